import { Box } from '@mui/material'
import { useQueries } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { reading } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { MoveUnitDialog } from './MoveUnitDialog.tsx'
import { UnitTreeItem } from './UnitTreeItem.tsx'
import { lineAfterKey, linesOf, type TreeUnit, UNIT_CHILDREN } from './unit-tree.ts'

/** Keys typed in quick succession make one word to look for. */
const typingMs = 700

type Props = {
  /** The unit that stands out, and those that must be open so that it is seen. */
  at: string | null
  open: readonly string[]
  onOpen: (ids: string[]) => void
  onAt: (id: string) => void
}

export type Move = { unit: Pick<TreeUnit, 'id' | 'name'>; parentId: string | null }

/** The organisation as a tree by the ARIA pattern; a branch is read when it is opened, and a move is a proposal with a preview. */
export function UnitTree({ at, open, onOpen, onAt }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const box = useRef<HTMLUListElement>(null)
  const typing = useRef({ word: '', until: 0 })
  const [move, setMove] = useState<Move | null>(null)
  const [dragged, setDragged] = useState<TreeUnit | null>(null)
  const keys = useMemo(() => [null, ...open], [open])
  const answers = useQueries({
    queries: keys.map((id) => reading(UNIT_CHILDREN, { filter: id ? { parentId: id } : { rootsOnly: true } })),
  })
  const children = new Map(keys.map((id, index) => [id, answers[index]?.data?.units.nodes]))
  const lines = linesOf(
    (id) => children.get(id),
    (id) => open.includes(id),
  )
  const index = Math.max(
    lines.findIndex(({ unit }) => unit.id === at),
    0,
  )
  const isFound = lines.some(({ unit }) => unit.id === at)
  useEffect(() => {
    if (isFound) box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [isFound])

  const roots = answers[0]
  if (roots?.error) return <FaultNotice error={roots.error} onRetry={() => void roots.refetch()} />
  if (!roots?.data) return <PageSkeleton />
  if (roots.data.units.totalCount === 0) {
    return (
      <EmptyState title="units.emptyTitle" help="units.emptyHelp" step={{ to: '/imports/create', label: 'units.emptyStep' }} />
    )
  }

  const focus = (next: number) => {
    const line = lines[next]
    if (!line) return
    onAt(line.unit.id)
    box.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[next]?.focus()
  }
  const toggle = (id: string) => onOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id])
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[index]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const hasChildren = line.unit.children.totalCount > 0
    if (key === 'Enter') {
      event.preventDefault()
      navigate(`/units/${line.unit.id}/show`)
      return
    }
    if (
      (key === 'ArrowRight' && hasChildren && !line.isOpen) ||
      (key === 'ArrowLeft' && line.isOpen) ||
      (key === ' ' && hasChildren)
    ) {
      event.preventDefault()
      toggle(line.unit.id)
      return
    }
    const next = lineAfterKey(lines, index, key, key.length === 1 ? typedWord(key) : '')
    if (next === undefined || next < 0) return
    event.preventDefault()
    focus(next)
  }
  const typedWord = (key: string) => {
    const now = performance.now()
    const word = now < typing.current.until ? typing.current.word + key.toLowerCase() : key.toLowerCase()
    typing.current = { word, until: now + typingMs }
    return word
  }

  return (
    <>
      <Box
        component="ul"
        ref={box}
        role="tree"
        aria-label={say('units.title')}
        onKeyDown={onKeyDown}
        sx={{ listStyle: 'none', m: 0, p: 0 }}
      >
        {lines.map((line, place) => (
          <UnitTreeItem
            key={line.unit.id}
            line={line}
            isCurrent={place === index}
            dragged={dragged}
            onToggle={() => {
              onAt(line.unit.id)
              toggle(line.unit.id)
            }}
            onFocus={() => at !== line.unit.id && onAt(line.unit.id)}
            onMove={(parentId) => setMove({ unit: dragged && parentId ? dragged : line.unit, parentId })}
            onDrag={setDragged}
          />
        ))}
      </Box>
      {move && <MoveUnitDialog move={move} onClose={() => setMove(null)} />}
    </>
  )
}
