import TableIcon from '@mui/icons-material/TableRowsOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { Title } from 'react-admin'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ScopeBar } from '../home/ScopeBar.tsx'
import { useScope } from '../home/use-scope.ts'
import { TALENT_GRID, TALENT_PEOPLE, type TalentGrid } from './data.ts'
import { TalentBoxes } from './TalentBoxes.tsx'

type Scope = { periodKey: string; underUnitId: string | null }

/** The nine boxes of a unit and everything below it; the names of a box are asked for when it is opened. */
export default function TalentPage() {
  const scope = useScope()
  const { periodKey, unitId, get, change } = scope
  const box = /^[1-9]$/.test(get('box') ?? '') ? Number(get('box')) : null
  const shared = periodKey ? { periodKey, underUnitId: unitId } : null
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="talent.title" />
      <ScopeBar scope={scope} />
      {shared && <Grid {...shared} open={box} onOpen={(next) => change('box', next === box ? '' : String(next))} />}
      {shared && box !== null && <People {...shared} box={box} />}
    </Box>
  )
}

function Grid({ open, onOpen, ...scope }: Scope & { open: number | null; onOpen: (box: number) => void }) {
  const say = useSay()
  const [isTable, setTable] = useState(false)
  const { data, error, isPending, refetch } = useRead(TALENT_GRID, scope, { keepPrevious: true })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={6} />
  const { talentGrid: grid } = data
  return (
    <Section title="talent.boxes" help="talent.help">
      {isTable ? <GridTable grid={grid} /> : <TalentBoxes grid={grid} open={open} onOpen={onOpen} />}
      <Button size="small" startIcon={<TableIcon />} aria-pressed={isTable} onClick={() => setTable(!isTable)} sx={{ mt: 1 }}>
        {say(isTable ? 'talent.asBoxes' : 'chart.asTable')}
      </Button>
      {grid.unplaced
        .filter(({ people }) => people > 0)
        .map(({ reason, people }) => (
          <Typography key={reason} variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
            {say(`talent.unplaced.${reason}`, { smart_count: people })}
          </Typography>
        ))}
    </Section>
  )
}

function GridTable({ grid }: { grid: TalentGrid }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <RowsTable
      caption="talent.boxes"
      rows={grid.boxes}
      keyOf={({ box }) => String(box)}
      empty="talent.nobody"
      columns={[
        { label: 'talent.box', render: ({ box }) => say('talent.boxName', { box, name: label('talentBox', String(box)) }) },
        { label: 'talent.people', isNumber: true, render: ({ people }) => people },
      ]}
    />
  )
}

function People({ box, ...scope }: Scope & { box: number }) {
  const say = useSay()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(TALENT_PEOPLE, { ...scope, box })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const { nodes, totalCount } = data.talentPeople
  return (
    <Section title="talent.names">
      <Typography sx={{ mb: 1 }}>{say('talent.boxName', { box, name: label('talentBox', String(box)) })}</Typography>
      <RowsTable
        caption="talent.names"
        rows={nodes}
        total={totalCount}
        firstRows={25}
        keyOf={({ id }) => id}
        empty="talent.nobody"
        columns={[
          {
            label: 'employees.name',
            render: ({ id, fullName }) => <Link to={`/employees/${id}/show?tab=consequences`}>{fullName}</Link>,
          },
          { label: 'employees.position', render: ({ positionTitle }) => positionTitle },
          { label: 'employees.unit', render: ({ unit }) => unit.name },
        ]}
      />
    </Section>
  )
}
