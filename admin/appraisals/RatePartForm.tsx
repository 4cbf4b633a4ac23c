import { Alert, DialogContentText } from '@mui/material'
import { required, TextInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { RATE_PART } from './commands.ts'
import type { AppraisalDetail, AppraisalPart, Level } from './data.ts'
import { suggestedOf } from './rating.ts'

type Props = { appraisal: AppraisalDetail; part: AppraisalPart; onClose: () => void }

/** The penilai of a slice decides both axes of it; one reason covers whatever departs from the suggestion. */
export function RatePartForm({ appraisal, part, onClose }: Props) {
  const say = useSay()
  const behaviour = suggestedOf(appraisal).behaviour
  const suggested = { result: part.suggestedResult, behaviour }
  const departs = (values: Values) =>
    (suggested.result !== null && values.result !== suggested.result) ||
    (suggested.behaviour !== null && values.behaviour !== suggested.behaviour)
  return (
    <>
      <DialogContentText sx={{ mb: 1 }}>{say('parts.rateHelp')}</DialogContentText>
      <FormFrame
        document={RATE_PART}
        about={part.id}
        initial={{
          result: part.resultRating ?? suggested.result,
          behaviour: part.behaviourRating ?? suggested.behaviour,
          override: { category: part.override, reason: part.reason },
          qualitativeBasis: part.qualitativeBasis,
        }}
        variables={(values) => ({
          input: {
            id: appraisal.id,
            ...{ partId: part.id, revision: part.revision, result: values.result, behaviour: values.behaviour },
            override: departs(values) ? values.override : null,
            qualitativeBasis: values.qualitativeBasis || null,
          },
        })}
        submit="rating.confirm"
        done="parts.done"
        onDone={onClose}
        onCancel={onClose}
      >
        <InputGrid>
          <CodeInput source="result" group="levelShort" label="appraisals.result" validate={required()} />
          <CodeInput source="behaviour" group="levelShort" label="appraisals.behaviour" validate={required()} />
        </InputGrid>
        <Why suggested={suggested} />
      </FormFrame>
    </>
  )
}

/** Asks for the kind and the reason where a level departs, and for a basis where nothing was suggested. */
function Why({ suggested }: { suggested: { result: Level | null; behaviour: Level | null } }) {
  const say = useSay()
  const [result, behaviour] = useWatch({ name: ['result', 'behaviour'] })
  const departs =
    (suggested.result !== null && result !== suggested.result) ||
    (suggested.behaviour !== null && behaviour !== suggested.behaviour)
  const isUnmeasured = suggested.result === null || suggested.behaviour === null
  return (
    <>
      {departs && (
        <>
          <CodeInput source="override.category" group="overrideCategory" label="rating.category" validate={required()} />
          <TextInput
            source="override.reason"
            label="rating.reason"
            helperText="parts.reasonHelp"
            validate={required()}
            multiline
            minRows={2}
          />
        </>
      )}
      {isUnmeasured && (
        <>
          <Alert severity="info">{say('rating.unmeasured')}</Alert>
          <TextInput
            source="qualitativeBasis"
            label="rating.basis"
            helperText="parts.reasonHelp"
            validate={required()}
            multiline
            minRows={2}
          />
        </>
      )}
    </>
  )
}
