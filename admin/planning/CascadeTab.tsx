import { Alert, Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { type Matrix, type Plan, ROLE_MATRIX } from './data.ts'

/** What the results of a plan serve, and where somebody is led, who covers which of them (matriks peran-hasil). */
export function CascadeTab({ plan }: { plan: Plan }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(ROLE_MATRIX, { skpId: plan.id })
  return (
    <>
      <Section title="skps.servesTitle" help="skps.servesHelp">
        <RowsTable
          caption="skps.servesTitle"
          rows={plan.rhk.nodes}
          keyOf={({ id }) => id}
          empty="skps.noResults"
          columns={[
            { label: 'skps.result', render: ({ number, title }) => `${number}. ${title}` },
            {
              label: 'skps.servedResult',
              render: ({ serves, interventionOf }) =>
                serves ? say('skps.servedBy', { title: serves.title, name: serves.employeeName }) : (interventionOf ?? '–'),
            },
            { label: 'skps.letter', render: ({ assignmentLetter }) => assignmentLetter ?? '–' },
          ]}
        />
      </Section>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={3} />}
      {data && data.roleMatrix.people.length > 0 && <RoleMatrix matrix={data.roleMatrix} />}
    </>
  )
}

function RoleMatrix({ matrix }: { matrix: Matrix }) {
  const say = useSay()
  const isPhone = useIsPhone()
  const { results, people } = matrix
  const open = results.filter(({ isCovered }) => !isCovered)
  return (
    <Section title="skps.matrix" help="skps.matrixHelp">
      {open.length > 0 ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('skps.uncovered', { count: open.length, of: results.length })}
        </Alert>
      ) : (
        <Typography sx={{ mb: 2 }}>{say('skps.allCovered')}</Typography>
      )}
      <RowsTable
        caption="skps.people"
        rows={people}
        keyOf={({ employeeId }) => employeeId}
        empty="skps.nobody"
        firstRows={25}
        columns={[
          {
            label: 'employees.name',
            render: ({ name, skpId, employeeId }) => (
              <Link to={skpId ? `/skps/${skpId}/show` : `/employees/${employeeId}/show`}>{name}</Link>
            ),
          },
          {
            label: 'skps.state',
            render: ({ state }) =>
              state ? <StateChip group="skpState" code={state} /> : <ToneChip tone="warn" label={say('skps.noPlan')} />,
          },
          {
            label: 'skps.coversResults',
            render: ({ employeeId }) =>
              results
                .filter(({ coveredBy }) => coveredBy.some((cover) => cover.employeeId === employeeId))
                .map(({ number }) => number)
                .join(', ') || '–',
          },
        ]}
      />
      {!isPhone && <Grid matrix={matrix} />}
    </Section>
  )
}

/** Results against people: which result of each serves which result of the leader. Its list is the table above. */
function Grid({ matrix: { results, people } }: { matrix: Matrix }) {
  const say = useSay()
  const shown = people.filter(({ employeeId }) =>
    results.some(({ coveredBy }) => coveredBy.some((one) => one.employeeId === employeeId)),
  )
  if (shown.length === 0) return null
  return (
    <TableContainer sx={{ mt: 3 }} tabIndex={0} role="group" aria-label={say('skps.matrix')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{say('skps.result')}</TableCell>
            {shown.map(({ employeeId, name }) => (
              <TableCell key={employeeId} sx={{ minWidth: 150 }}>
                {name}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {results.map(({ id, number, title, isSelfExecuted, isCovered, coveredBy }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row" sx={{ minWidth: 220 }}>
                {number}. {title} {isSelfExecuted && <ToneChip tone="quiet" label={say('skps.selfExecuted')} />}
                {!isCovered && <ToneChip tone="warn" label={say('skps.notCovered')} />}
              </TableCell>
              {shown.map(({ employeeId }) => (
                <TableCell key={employeeId} sx={{ verticalAlign: 'top' }}>
                  <Box component="ul" sx={{ m: 0, pl: 2 }}>
                    {coveredBy
                      .filter((cover) => cover.employeeId === employeeId)
                      .map((cover) => (
                        <li key={cover.rhkId}>{cover.title}</li>
                      ))}
                  </Box>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
