import PeopleIcon from '@mui/icons-material/GroupsOutlined'
import { Box, Button, TablePagination } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { WHAT_IF_MOVERS } from './what-if.ts'

/** Who moves, by name. Names are only read when somebody asks for them. */
export function WhatIfMovers({ draftId, periodKey }: { draftId: string; periodKey: string }) {
  const say = useSay()
  const [isAsked, setAsked] = useState(false)
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" startIcon={<PeopleIcon />} aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
        {say(isAsked ? 'whatIf.hideNames' : 'whatIf.showNames')}
      </Button>
      {isAsked && <Names draftId={draftId} periodKey={periodKey} />}
    </Box>
  )
}

/** Names on one page. */
const pageSize = 25

function Names({ draftId, periodKey }: { draftId: string; periodKey: string }) {
  const format = useFormat()
  const [page, setPage] = useState(0)
  const variables = { input: { draftId, periodKey }, first: pageSize, offset: page * pageSize }
  const { data, error, isPending, refetch } = useRead(WHAT_IF_MOVERS, variables, { keepPrevious: true })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const { nodes, totalCount } = data.whatIf.movers
  return (
    <>
      <RowsTable
        caption="whatIf.movers"
        rows={nodes}
        keyOf={({ employee }) => employee.id}
        empty="whatIf.nothingMoves"
        columns={[
          {
            label: 'employees.name',
            render: ({ employee }) => <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link>,
          },
          { label: 'employees.unit', render: ({ employee }) => employee.unit.name },
          { label: 'whatIf.scoreBefore', isNumber: true, render: ({ scoreBefore }) => format.fixed(scoreBefore, 2) },
          { label: 'whatIf.scoreAfter', isNumber: true, render: ({ scoreAfter }) => format.fixed(scoreAfter, 2) },
          { label: 'whatIf.predikatBefore', render: ({ predikatBefore }) => <PredikatChip predikat={predikatBefore} /> },
          { label: 'whatIf.predikatAfter', render: ({ predikatAfter }) => <PredikatChip predikat={predikatAfter} /> },
        ]}
      />
      {totalCount > pageSize && (
        <TablePagination
          component="div"
          count={totalCount}
          page={page}
          rowsPerPage={pageSize}
          rowsPerPageOptions={[pageSize]}
          onPageChange={(_event, chosen) => setPage(chosen)}
        />
      )}
    </>
  )
}
