import { Button, Dialog, DialogContent, DialogTitle } from '@mui/material'
import { useId, useState } from 'react'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { FamilyForm } from './FamilyForm.tsx'
import { type FamilyWeights, familyName } from './weights.ts'

/** Opens the indicators of one family, with their weights to read or to propose anew. */
export function FamilyDialog({ family }: { family: FamilyWeights }) {
  const isPhone = useIsPhone()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        variant="text"
        size="small"
        onClick={() => setOpen(true)}
        sx={{ textAlign: 'left', minWidth: 0, px: 0.5, ml: -0.5 }}
      >
        {familyName(family.family)}
      </Button>
      <Dialog open={isOpen} onClose={close} fullWidth maxWidth="md" fullScreen={isPhone} aria-labelledby={titleId}>
        <DialogTitle id={titleId}>{familyName(family.family)}</DialogTitle>
        <DialogContent>
          <FamilyForm family={family} onClose={close} />
        </DialogContent>
      </Dialog>
    </>
  )
}
