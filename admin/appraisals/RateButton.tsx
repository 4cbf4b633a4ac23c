import RateIcon from '@mui/icons-material/GavelOutlined'
import { useState } from 'react'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import type { AppraisalDetail } from './data.ts'
import { RateDialog } from './RateDialog.tsx'

/** Opens the rating; drawn where the server names the step. */
export function RateButton({ appraisal }: { appraisal: AppraisalDetail }) {
  const [isOpen, setOpen] = useState(false)
  const action = appraisal.actions.find(({ name }) => name === 'RATE')
  if (!action) return null
  return (
    <>
      <ActionButton action={action} label="rating.rate" icon={<RateIcon />} variant="contained" onClick={() => setOpen(true)} />
      {isOpen && <RateDialog appraisal={appraisal} onClose={() => setOpen(false)} />}
    </>
  )
}
