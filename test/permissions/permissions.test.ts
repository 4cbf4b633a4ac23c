import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { columns, commandRows, type Mark, moveRows, type Row } from './matrix.ts'

let commands: Row[]
let moves: Row[]

beforeAll(async () => {
  commands = await commandRows()
  moves = await moveRows()
}, 60_000)

/** By whom somebody is who passes without a role, in the words of the reader. */
const relationWords: Readonly<Record<string, string>> = {
  id: 'the person themself',
  employeeId: 'the employee',
  penilaiId: 'penilai',
  penilaiIds: 'penilai',
  actingIds: 'acting penilai',
  superiorId: 'superior',
  superiorOfPenilaiId: 'superior of the penilai',
  authorId: 'its author',
  recordedById: 'its writer',
  ownerId: 'its owner',
  approverId: 'its approver',
  leaderId: 'the leader',
  leaderIds: 'the leaders',
  leadersAboveIds: 'leaders above the unit',
  presentIds: 'members present',
  coachId: 'the coach',
}

const signs: Readonly<Record<Mark, string>> = { ALWAYS: '●', SOMETIMES: '◐', NEVER: '' }

function othersOf({ isOpen, relations, marks }: Row): string {
  if (isOpen) return 'row by row'
  const named = [...new Set(relations.map((name) => relationWords[name] ?? name))].join(', ')
  return named === '' && Object.values(marks).every((mark) => mark === 'NEVER') ? 'by the record alone' : named
}

function table(rows: readonly Row[], first: string): string {
  const head = [first, 'What', ...Object.keys(columns), 'Others']
  const lines = rows.map((row) => [
    `\`${row.name}\``,
    row.what,
    ...Object.keys(columns).map((column) => (row.isOpen ? '' : signs[row.marks[column] ?? 'NEVER'])),
    othersOf(row),
  ])
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function byArea(rows: readonly Row[], first: string): string {
  return [...Map.groupBy(rows, ({ area }) => area)].map(([area, some]) => `### ${area}\n\n${table(some, first)}`).join('\n\n')
}

function document(): string {
  return `# Who may do what

Made from the policies themselves by \`vitest run test/permissions -u\`; a test fails when it is stale. Each policy was asked about people who have one role
for the whole city and no part in the record. What a role may do holds within the units of its grant, and only as far as the state of the record allows.

- ● passes · ◐ passes under some circumstances of the record · empty: refused, whatever the record
- **Others** pass without a role, by their part in the record; "row by row": whoever is signed in may ask, and what it does is decided for each row that is read;
  "by the record alone": no role helps, the record names who may
- INTEGRATOR is a token with all the scopes of its role; SYSTEM are the jobs of the server and the command line

## Commands

${byArea(commands, 'Command')}

## Steps between states

${byArea(moves, 'Step')}
`
}

const rowOf = (name: string): Row => {
  const row = [...commands, ...moves].find((one) => one.name === name)
  if (!row) throw new Error(`There is no ${name}.`)
  return row
}
const through = (name: string) => Object.keys(columns).filter((column) => rowOf(name).marks[column] !== 'NEVER')

test('docs/permissions.md is what the policies say; after a wanted change: vitest run test/permissions -u', async () => {
  await expect(document()).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/permissions.md'))
})

test('nobody rates, accepts or explains for somebody else, whatever their role', () => {
  for (const name of ['rateAppraisal', 'ratePart', 'explainRating', 'verifyEvidence']) {
    expect(through(name), name).toEqual([])
    expect(rowOf(name).relations, name).toEqual(['penilaiIds'])
  }
  for (const name of ['selfAssess', 'acceptAppraisal', 'fileObjection', 'explainObjection']) {
    expect(through(name), name).toEqual([])
    expect(rowOf(name).relations, name).toEqual(['employeeId'])
  }
})

test('an objection is decided by the superior of the penilai, or where there is none by the PPK; the tim may only prepare', () => {
  expect(rowOf('decideObjection')).toMatchObject({ relations: ['superiorOfPenilaiId'], isOpen: false })
  expect(through('decideObjection')).toEqual(['ADMIN', 'SYSTEM'])
  expect(through('proposeRuling')).toEqual(['ADMIN', 'TIM_KINERJA', 'SYSTEM'])
})

test('moderation looks and returns, and neither sets nor opens a result again', () => {
  expect(through('returnToRater')).toContain('TIM_KINERJA')
  expect(through('lifeMoves.SET')).not.toContain('TIM_KINERJA')
  expect(through('reopenAppraisal')).not.toContain('TIM_KINERJA')
})

test('employees and monitoring members have no power by their role alone', () => {
  for (const { name, marks, isOpen } of [...commands, ...moves]) {
    if (!isOpen) expect([marks.EMPLOYEE, marks.TEAM_MEMBER], name).toEqual(['NEVER', 'NEVER'])
  }
})
