import KeyboardIcon from '@mui/icons-material/KeyboardOutlined'
import { Box, IconButton, Tooltip } from '@mui/material'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { type RaRecord, useGetOne, useListContext } from 'react-admin'
import { wholeRecord } from '../detail/whole-record.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { ListFrame, type ListFrameProps } from '../list/ListFrame.tsx'
import { pageActions } from '../palette/page-actions.ts'
import { FaultNotice } from '../state/FaultNotice.tsx'
import { PageSkeleton } from '../state/PageSkeleton.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { drawerWidth, ReviewDrawer } from './ReviewDrawer.tsx'
import { StateTabs, type StateTabsProps } from './StateTabs.tsx'
import { type Review, useOpenId, useReview, useReviewAddress } from './use-review.ts'
import { type KeyMap, usePageKeys } from './use-review-keys.ts'

type Props<Row extends RaRecord> = Omit<ListFrameProps<Row>, 'rowClick' | 'above' | 'rowSx'> & {
  states: StateTabsProps
  titleOf: (row: Row) => ReactNode
  /** The record in the drawer: what it is about, its evidence, its buttons. */
  children: (row: Row) => ReactNode
  /** Keys that press a button of the drawer, by the words of the button; they open its confirmation and decide nothing by themselves. */
  decisions?: readonly { key: string; label: MessageKey }[]
}

/**
 * A list to be worked through: states as tabs with counts, the open record in a drawer at an address of its own (`/list/:id`), all of it by
 * keyboard. The resource must have no `show` and no `edit` page at that address.
 */
export function ReviewQueue<Row extends RaRecord>({ states, titleOf, children, decisions = [], ...list }: Props<Row>) {
  const { name } = list.spec
  const isPhone = useIsPhone()
  const openId = useOpenId(name)
  const addressOf = useReviewAddress(name)
  return (
    <Box sx={{ mr: openId !== null && !isPhone ? `${drawerWidth}px` : 0 }}>
      <ListFrame<Row>
        {...list}
        rowClick={addressOf}
        rowSx={(row) => ({
          borderLeft: '3px solid',
          borderLeftColor: row.id === openId ? 'primary.main' : 'transparent',
          ...(row.id === openId ? { bgcolor: 'action.selected' } : {}),
        })}
        above={
          <>
            <StateTabs {...states} />
            <Desk<Row> {...list} states={states} titleOf={titleOf} decisions={decisions}>
              {children}
            </Desk>
          </>
        }
      />
    </Box>
  )
}

/** What stands beside the rows and listens to the keys; inside the context of the list. */
function Desk<Row extends RaRecord>({ spec, titleOf, children, decisions = [] }: Props<Row>) {
  const say = useSay()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { data = [], isFetching, isPending } = useListContext<Row>()
  const review = useReview(spec.name, data, !isFetching && !isPending)
  const { cursor, openId, open, close, move } = review
  const press = useCallback(
    (label: MessageKey) => {
      const words = say(label)
      pageActions()
        .find((action) => action.label === words)
        ?.run()
    },
    [say],
  )
  // While the list is read again, what was decided still stands in the drawer: a key that is meant for the next record waits, and is forgotten when
  // another record has come in between.
  const held = useRef<{ label: MessageKey; id: string } | null>(null)
  const decide = (label: MessageKey) => {
    if (openId === null) return
    if (isFetching) held.current = { label, id: openId }
    else press(label)
  }
  useEffect(() => {
    if (isFetching || held.current === null) return
    const { label, id } = held.current
    held.current = null
    if (id === openId && data.some((row) => row.id === id)) press(label)
  }, [isFetching, openId, data, press])
  const next = () => move(1)
  const previous = () => move(-1)
  const openCursor = () => cursor !== null && open(cursor)
  const closeOpen = () => openId !== null && close()
  const keys: KeyMap = {
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    Enter: openCursor,
    Escape: closeOpen,
    '?': () => setHelpOpen(true),
    ...Object.fromEntries(decisions.map(({ key, label }) => [key, () => decide(label)])),
  }
  usePageKeys(keys)
  const help = [
    { key: 'j ↓', what: say('review.next') },
    { key: 'k ↑', what: say('review.previous') },
    { key: 'Enter', what: say('review.open') },
    { key: 'Esc', what: say('review.close') },
    ...decisions.map(({ key, label }) => ({ key, what: say(label) })),
    { key: '?', what: say('review.keys') },
  ]
  const reached = data.find((row) => row.id === cursor)
  return (
    <>
      <Box sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 1, minHeight: 30 }} className="tera-screen-only">
        <Tooltip title={say('review.keys')}>
          <IconButton size="small" aria-label={say('review.keys')} onClick={() => setHelpOpen(true)}>
            <KeyboardIcon fontSize="small" />
          </IconButton>
        </Tooltip>
        <Box role="status" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {openId === null && reached ? say('review.at', { row: data.indexOf(reached) + 1 }) : ''}{' '}
          {openId === null && reached ? titleOf(reached) : ''}
        </Box>
      </Box>
      {openId !== null && (
        <OpenRecord<Row> resource={spec.name} canRead={spec.one !== undefined} review={review} row={reached} titleOf={titleOf}>
          {children}
        </OpenRecord>
      )}
      {isHelpOpen && <KeysDialog keys={help} onClose={() => setHelpOpen(false)} />}
    </>
  )
}

type OpenProps<Row extends RaRecord> = {
  resource: string
  canRead: boolean
  review: Review
  row: Row | undefined
  titleOf: (row: Row) => ReactNode
  children: (row: Row) => ReactNode
}

/** The record of the address: read whole where the list has such a document, else the row of the page. */
function OpenRecord<Row extends RaRecord>({ resource, canRead, review, row, titleOf, children }: OpenProps<Row>) {
  const say = useSay()
  const { openId, close, move } = review
  const whole = useGetOne<Row>(resource, { id: openId ?? '', meta: wholeRecord }, { enabled: canRead && openId !== null })
  const record = whole.data?.id === openId ? whole.data : row
  const isReading = canRead && whole.isPending
  return (
    <ReviewDrawer title={record ? titleOf(record) : say('review.record')} recordId={openId ?? ''} onClose={close} onMove={move}>
      {record ? (
        children(record)
      ) : isReading ? (
        <PageSkeleton />
      ) : whole.error ? (
        <FaultNotice error={whole.error} />
      ) : (
        say('review.notHere')
      )}
    </ReviewDrawer>
  )
}
