import ClosedIcon from '@mui/icons-material/ChevronRight'
import MoveIcon from '@mui/icons-material/DriveFileMoveOutlined'
import OpenIcon from '@mui/icons-material/ExpandMore'
import { Box, CircularProgress, IconButton, Tooltip, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { Link } from 'react-router-dom'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { TreeLine, TreeUnit } from './unit-tree.ts'

type Props = {
  line: TreeLine
  isCurrent: boolean
  dragged: TreeUnit | null
  onToggle: () => void
  onFocus: () => void
  /** Proposes a move: of this unit, or with a parent of the dragged unit below this one. */
  onMove: (parentId: string | null) => void
  onDrag: (unit: TreeUnit | null) => void
}

/** One line of the tree. Only one of all lines is in the order of the tabulator; arrows lead to the others. */
export function UnitTreeItem({ line, isCurrent, dragged, onToggle, onFocus, onMove, onDrag }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const id = useId()
  const [isTarget, setTarget] = useState(false)
  const { unit, level, place, siblings, isOpen, isWaiting } = line
  const hasChildren = unit.children.totalCount > 0
  const mayMove = unit.actions.some(({ name, enabled }) => name === 'CHANGE_UNIT' && enabled)
  const takes = dragged !== null && dragged.id !== unit.id
  const people = say('units.employeeCount', { smart_count: unit.headcount, count: format.number(unit.headcount) })
  const Icon = isOpen ? OpenIcon : ClosedIcon
  return (
    <Box
      component="li"
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isCurrent}
      aria-labelledby={`${id}-unit ${id}-people`}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        onDrag(unit)
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => {
        if (!takes) return
        event.preventDefault()
        setTarget(true)
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={(event) => {
        event.preventDefault()
        setTarget(false)
        if (takes) onMove(unit.id)
      }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        minHeight: 40,
        borderRadius: 1,
        pl: { xs: (level - 1) * 1.5, sm: (level - 1) * 3 },
        outlineOffset: -2,
        ...(isTarget && takes ? { outline: '2px dashed', outlineColor: 'primary.main' } : {}),
        '&:hover': { backgroundColor: 'action.hover' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      {hasChildren ? (
        <IconButton
          size="small"
          tabIndex={-1}
          aria-label={say(isOpen ? 'units.collapse' : 'units.expand', { name: unit.name })}
          onClick={onToggle}
        >
          {isWaiting ? <CircularProgress size={20} /> : <Icon />}
        </IconButton>
      ) : (
        <Box sx={{ width: 34, flexShrink: 0 }} />
      )}
      <Box id={`${id}-unit`} sx={{ flex: 1, minWidth: 0 }}>
        <Link to={`/units/${unit.id}/show`} tabIndex={-1} draggable={false}>
          {unit.name}
        </Link>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
          {unit.code}
          <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {' · '}
            {label('unitType', unit.type)}
          </Box>
          {unit.closedOn && ` · ${say('units.closedSince', { date: format.date(unit.closedOn) })}`}
        </Typography>
      </Box>
      {/* Keeps the words of the two apart where they are read as one. */ ' '}
      <Typography id={`${id}-people`} variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', pr: 1 }}>
        {people}
      </Typography>
      {mayMove && (
        <Tooltip title={say('units.move')}>
          <IconButton
            size="small"
            tabIndex={isCurrent ? 0 : -1}
            aria-label={say('units.moveNamed', { name: unit.name })}
            onClick={() => onMove(null)}
            onKeyDown={(event) => event.stopPropagation()}
          >
            <MoveIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  )
}
