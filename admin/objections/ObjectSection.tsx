import ObjectIcon from '@mui/icons-material/BalanceOutlined'
import { Typography } from '@mui/material'
import { required, TextInput } from 'react-admin'
import type { AppraisalDetail } from '../appraisals/data.ts'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { Clock } from './Clock.tsx'
import { FILE_OBJECTION, OBJECTION_TO } from './data.ts'
import ObjectionFile from './ObjectionFile.tsx'

/** For the rated person: the way to object until the last instant, and afterwards how far the objection has come. */
export function ObjectSection({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const { id, state, actions, deadlines } = appraisal
  const { data } = useRead(OBJECTION_TO, { id })
  const objection = data?.appraisal.objection
  if (objection) {
    return (
      <Section title="objections.own">
        <ObjectionFile objection={objection} />
      </Section>
    )
  }
  if (state !== 'DISAMPAIKAN') return null
  return (
    <Section
      title="objections.right"
      help="objections.rightHelp"
      actions={
        <FormDialogButton label="objections.file" icon={<ObjectIcon />} verdict={{ actions, name: 'OBJECT' }}>
          {(close) => <FileForm appraisal={appraisal} onClose={close} />}
        </FormDialogButton>
      }
    >
      {deadlines.objectionUntil ? (
        <Clock label="objections.fileBy" until={deadlines.objectionUntil} />
      ) : (
        <Typography>{say('objections.noDeadline')}</Typography>
      )}
    </Section>
  )
}

/** The objection itself: reasons in the person's own words, and addresses of what supports them. */
function FileForm({ appraisal, onClose }: { appraisal: AppraisalDetail; onClose: () => void }) {
  const { id, revision } = appraisal
  return (
    <FormFrame
      document={FILE_OBJECTION}
      about={id}
      variables={({ reasons, evidence }) => ({
        input: { appraisalId: id, revision, reasons, evidenceUrls: addresses(evidence) },
      })}
      submit="objections.file"
      done="objections.filed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextInput
        source="reasons"
        label="objections.reasons"
        helperText="objections.reasonsHelp"
        validate={required()}
        multiline
        minRows={4}
      />
      <TextInput source="evidence" label="objections.evidence" helperText="objections.evidenceHelp" multiline minRows={2} />
    </FormFrame>
  )
}

/** One address a line. */
function addresses(text: unknown): string[] {
  return String(text ?? '')
    .split(/\s+/)
    .filter((line) => line !== '')
}
