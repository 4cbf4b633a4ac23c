import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material'
import { type FormEvent, useId, useState } from 'react'
import { useNotify } from 'react-admin'
import { useWrite } from '../frame/data/write.ts'
import { DraftOffer } from '../frame/draft/DraftOffer.tsx'
import { useDraft } from '../frame/draft/use-draft.ts'
import { useSay } from '../frame/language/use-say.ts'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { ConflictNotice, isConflict } from './ConflictNotice.tsx'
import { RATE_APPRAISAL } from './commands.ts'
import type { AppraisalDetail } from './data.ts'
import { RatingAxis } from './RatingAxis.tsx'
import { ReasonField } from './ReasonField.tsx'
import { asked, firstDraft, isComplete, type RatingDraft, ratingInput, suggestedOf } from './rating.ts'

type Props = { appraisal: AppraisalDetail; onClose: () => void }

/** The penilai decides both axes, the suggestion beside the choice. Enter confirms what the suggestion says. */
export function RateDialog({ appraisal, onClose }: Props) {
  const say = useSay()
  const notify = useNotify()
  const isPhone = useIsPhone()
  const titleId = useId()
  const [rating, setRating] = useState<RatingDraft>(() => firstDraft(appraisal))
  const command = useWrite(RATE_APPRAISAL)
  const draft = useDraft<RatingDraft>(`rate ${appraisal.id}`)
  const suggested = suggestedOf(appraisal)
  const needs = asked(suggested, rating)
  const name = appraisal.employee.fullName
  const change = (part: Partial<RatingDraft>) => {
    const next = { ...rating, ...part }
    setRating(next)
    draft.keep(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete(suggested, rating)) return
    command.mutate(
      { input: ratingInput(appraisal, suggested, rating) },
      {
        onSuccess: () => {
          draft.drop()
          notify('rating.done', { type: 'success', messageArgs: { name } })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={command.isPending ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone}
      aria-labelledby={titleId}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{say('rating.of', { name })}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1.5 }}>{say('rating.help')}</DialogContentText>
          {appraisal.returnReason && (
            <Alert severity="warning" sx={{ mb: 1.5 }}>
              {say('rating.returned', { reason: appraisal.returnReason })}
            </Alert>
          )}
          {draft.found && (
            <DraftOffer
              at={draft.found.at}
              onTake={() => {
                setRating(draft.found?.value ?? rating)
                draft.take()
              }}
              onDrop={draft.drop}
            />
          )}
          <RatingAxis
            label="appraisals.result"
            suggested={suggested.result}
            value={rating.result}
            category={rating.resultCategory}
            reason={rating.resultReason}
            needsReason={needs.result}
            autoFocus
            onChange={({ value = rating.result, category = rating.resultCategory, reason = rating.resultReason }) =>
              change({ result: value, resultCategory: category, resultReason: reason })
            }
          />
          <RatingAxis
            label="appraisals.behaviour"
            suggested={suggested.behaviour}
            value={rating.behaviour}
            category={rating.behaviourCategory}
            reason={rating.behaviourReason}
            needsReason={needs.behaviour}
            onChange={({ value = rating.behaviour, category = rating.behaviourCategory, reason = rating.behaviourReason }) =>
              change({ behaviour: value, behaviourCategory: category, behaviourReason: reason })
            }
          />
          {needs.basis && (
            <>
              <Alert severity="info">{say(needs.isUnmeasured ? 'rating.unmeasured' : 'rating.doubtful')}</Alert>
              <ReasonField label={say('rating.basis')} value={rating.basis} onChange={(basis) => change({ basis })} />
            </>
          )}
          {command.error &&
            (isConflict(command.error) ? (
              <ConflictNotice id={appraisal.id} hasText />
            ) : (
              <UnsavedNotice error={command.error} isSubmit />
            ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={command.isPending}>
            {say('command.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={command.isPending} disabled={!isComplete(suggested, rating)}>
            {say('rating.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
