import { DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { RECORD_DIALOGUE, UPDATE_DIALOGUE } from './commands.ts'
import type { DialogueRow } from './data.ts'

type Props = { skpId: string; dialogue?: DialogueRow; onClose: () => void }

const content = ({ stage, heldOn, clarified, agreements, support }: Values) => ({
  stage,
  heldOn,
  clarified,
  agreements,
  support: support || null,
})

/** Writes down a dialogue that was held, or mends its record until the other side has confirmed it. */
export function DialogueForm({ skpId, dialogue, onClose }: Props) {
  const inputs = (
    <>
      <CodeInput source="stage" group="dialogueStage" label="dialogue.stage" validate={required()} />
      <DateInput source="heldOn" label="dialogue.heldOn" helperText={false} validate={required()} />
      <TextInput source="clarified" label="dialogue.clarified" helperText={false} validate={required()} multiline minRows={2} />
      <TextInput source="agreements" label="dialogue.agreements" helperText={false} validate={required()} multiline minRows={2} />
      <TextInput source="support" label="dialogue.support" helperText={false} multiline />
    </>
  )
  const common = { submit: 'dialogue.save', done: 'dialogue.saved', onDone: onClose, onCancel: onClose } as const
  if (!dialogue) {
    return (
      <FormFrame
        {...common}
        document={RECORD_DIALOGUE}
        about={skpId}
        variables={(values) => ({ input: { skpId, ...content(values) } })}
      >
        {inputs}
      </FormFrame>
    )
  }
  const { id, revision } = dialogue
  return (
    <FormFrame
      {...common}
      document={UPDATE_DIALOGUE}
      about={id}
      initial={content(dialogue)}
      variables={(values) => ({ input: { id, revision, ...content(values) } })}
    >
      {inputs}
    </FormFrame>
  )
}
