import { Box, Typography } from '@mui/material'
import { required, TextInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { type Column, RowsTable } from '../frame/list/RowsTable.tsx'
import { type Candidate, PROPOSE_AWARD } from './data.ts'
import { FigureFacts } from './FigureFacts.tsx'

/** Candidates with the figures that decide their order, each with a way to propose. */
export function CandidateTable({ candidates, periodKey }: { candidates: Candidate[]; periodKey: string }) {
  const say = useSay()
  const format = useFormat()
  const basis = candidates[0]?.figures.basis ?? 'SCORE'
  const figures: Column<Candidate>[] =
    basis === 'SCORE'
      ? [
          { label: 'awards.theta', isNumber: true, render: ({ figures: own }) => format.fixed(own.theta, 2) },
          { label: 'awards.raw', isNumber: true, render: ({ figures: own }) => format.fixed(own.raw, 2) },
          { label: 'awards.indicators', isNumber: true, render: ({ figures: own }) => format.number(own.indicators) },
          { label: 'awards.reliability', isNumber: true, render: ({ figures: own }) => format.fixed(own.reliability, 2) },
        ]
      : [
          { label: 'awards.indicator', render: ({ figures: own }) => own.indicatorName },
          {
            label: 'awards.rateRatio',
            isNumber: true,
            render: ({ figures: own }) =>
              `${format.fixed(own.rateRatio, 2)} (${format.fixed(own.ciLow, 2)}–${format.fixed(own.ciHigh, 2)})`,
          },
          {
            label: 'awards.years',
            render: ({ figures: own, isShown }) => (
              <ToneChip
                tone={isShown ? 'good' : 'warn'}
                label={say('awards.yearsOf', { years: own.baselineYears ?? 0, needed: own.neededYears ?? 0 })}
              />
            ),
          },
        ]
  return (
    <RowsTable
      caption="candidates.title"
      rows={candidates}
      keyOf={({ employee, figures: own }) => `${employee?.id}${own.indicatorCode}`}
      empty={basis === 'SCORE' ? 'candidates.none' : 'candidates.noFall'}
      columns={[
        {
          label: 'employees.name',
          render: ({ employee }) =>
            employee ? (
              <Box>
                <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {employee.positionTitle} · {employee.unit.name}
                </Typography>
              </Box>
            ) : (
              say('awards.someone')
            ),
        },
        ...figures,
        {
          label: 'candidates.proposal',
          render: (candidate) =>
            candidate.isShown && candidate.employee && <Propose candidate={candidate} periodKey={periodKey} />,
        },
      ]}
    />
  )
}

function Propose({ candidate, periodKey }: { candidate: Candidate; periodKey: string }) {
  const say = useSay()
  const { employee, figures, citation } = candidate
  if (!employee) return null
  return (
    <FormDialogButton label="candidates.propose" size="small">
      {(close) => (
        <FormFrame
          document={PROPOSE_AWARD}
          about={`${employee.id}${figures.basis}`}
          variables={({ title }) => ({ input: { employeeId: employee.id, periodKey, basis: figures.basis, title } })}
          submit="candidates.propose"
          done="candidates.proposed"
          onDone={close}
          onCancel={close}
        >
          <Typography sx={{ fontWeight: 600 }}>{employee.fullName}</Typography>
          <Typography lang="id" sx={{ my: 1 }}>
            {citation}
          </Typography>
          <FigureFacts figures={figures} />
          <TextInput source="title" label="awards.name" helperText="candidates.titleHelp" validate={required()} />
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {say('candidates.proposeHelp')}
          </Typography>
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
