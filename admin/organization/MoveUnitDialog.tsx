import { Alert, Box, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useId } from 'react'
import { DateInput, required, TextInput } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { CHANGE_UNIT } from './commands.ts'
import type { Move } from './UnitTree.tsx'
import { UNIT_MOVE_PREVIEW } from './unit-tree.ts'

/** Proposes a move below another unit from a date on. What it does is shown before it is saved. */
export function MoveUnitDialog({ move, onClose }: { move: Move; onClose: () => void }) {
  const say = useSay()
  const isPhone = useIsPhone()
  const titleId = useId()
  const { unit, parentId } = move
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" fullScreen={isPhone} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{say('units.moveNamed', { name: unit.name })}</DialogTitle>
      <DialogContent>
        <FormFrame
          document={CHANGE_UNIT}
          about={unit.id}
          initial={{ parentId }}
          variables={(values) => ({
            input: { id: unit.id, parentId: values.parentId, validFrom: values.validFrom, reason: values.reason || null },
          })}
          submit="units.saveMove"
          done="units.changed"
          onDone={onClose}
          onCancel={onClose}
        >
          <UnitInput source="parentId" label="units.newParent" validate={required()} />
          <DateInput source="validFrom" label="units.validFrom" helperText="units.validFromHelp" validate={required()} />
          <TextInput source="reason" label="command.reasonOptional" helperText="command.reasonHelp" multiline />
          <Preview id={unit.id} />
        </FormFrame>
      </DialogContent>
    </Dialog>
  )
}

/** What the move in the form would do, or why it is not possible. */
function Preview({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const [parentId, validFrom] = useWatch({ name: ['parentId', 'validFrom'] }) as [string | null, string | null]
  const isReady = Boolean(parentId && validFrom)
  const { data, error, isPending } = useRead(
    UNIT_MOVE_PREVIEW,
    { id, parentId: parentId ?? '', validFrom: validFrom ?? '' },
    { enabled: isReady, keepPrevious: true },
  )
  if (!isReady) return <Typography sx={{ color: 'text.secondary' }}>{say('units.previewFirst')}</Typography>
  if (error) return <FaultNotice error={error} />
  if (isPending) return <PageSkeleton rows={2} />
  const { pathBefore, pathAfter, units, people, appraisals, refusal } = data.unitMovePreview
  return (
    <Box role="status" aria-label={say('units.preview')}>
      {refusal && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {refusal}
        </Alert>
      )}
      <Facts
        facts={[
          { label: 'units.pathBefore', value: pathBefore.join(' › ') },
          { label: 'units.pathAfter', value: pathAfter.join(' › ') },
          { label: 'units.movedUnits', value: format.number(units) },
          { label: 'units.movedPeople', value: format.number(people) },
        ]}
      />
      {appraisals > 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {say('units.appraisalsStay', { smart_count: appraisals, count: format.number(appraisals) })}
        </Alert>
      )}
    </Box>
  )
}
