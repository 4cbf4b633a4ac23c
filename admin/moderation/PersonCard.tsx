import ProposeIcon from '@mui/icons-material/SwapHorizOutlined'
import { Box, IconButton, Tooltip, Typography } from '@mui/material'
import type { DragEvent } from 'react'
import { Link } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { BoardCard } from './data.ts'

type Props = { card: BoardCard; mayPropose: boolean; onPropose: () => void; onDrag: (event: DragEvent) => void }

/** One person on the board: the predikat as rated, and what the evidence suggests where it differs. */
export function PersonCard({ card, mayPropose, onPropose, onDrag }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const { id, employee, unit, predikat, suggestedPredikat, state } = card
  const isModerated = state === 'MODERASI'
  const isMovable = mayPropose && isModerated
  const words = say('board.proposeFor', { name: employee.fullName })
  return (
    <Box
      component="li"
      draggable={isMovable}
      onDragStart={onDrag}
      sx={{ p: 1, borderRadius: 1, backgroundColor: 'action.hover', cursor: isMovable ? 'grab' : 'default', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', gap: 0.5, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Link to={`/appraisals/${id}/show`} draggable={false}>
            {employee.fullName}
          </Link>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {unit.name}
          </Typography>
        </Box>
        {mayPropose && (
          <Tooltip title={isModerated ? words : say('board.notModerated')}>
            <span>
              <IconButton size="small" aria-label={words} disabled={!isModerated} onClick={onPropose}>
                <ProposeIcon fontSize="small" />
              </IconButton>
            </span>
          </Tooltip>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', mt: 0.5 }}>
        <PredikatChip predikat={predikat} />
      </Box>
      {suggestedPredikat && suggestedPredikat !== predikat && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {say('board.evidence', { predikat: label('predikat', suggestedPredikat) })}
        </Typography>
      )}
    </Box>
  )
}
