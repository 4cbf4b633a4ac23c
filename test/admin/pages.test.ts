import { expect, test } from 'vitest'
import { type ExplanationNode, treeOf } from '../../admin/appraisals/explanation.ts'
import { guessHeaders, missingColumns } from '../../admin/exchange/mapping.ts'
import { formatFor } from '../../admin/frame/format.ts'
import { listLink } from '../../admin/frame/list/list-link.ts'
import { definitionInput } from '../../admin/indicators/definition-fields.ts'
import { timelineOf } from '../../admin/organization/timeline-events.ts'

const column = (header: string, required: boolean, synonyms: string[] = []) => ({
  key: header,
  header,
  label: header,
  required,
  synonyms,
})

test('headers are guessed whatever their case and punctuation, the header before its synonyms, each header once', () => {
  const columns = [
    column('NIP', true, ['NIP Baru']),
    column('NAMA', true, ['Nama Pegawai']),
    column('KODE UNIT', true, ['Kode Unor']),
  ]
  expect(guessHeaders(columns, ['No', 'nip_baru', 'Nama-Pegawai', 'Unit'])).toEqual({
    NIP: 'nip_baru',
    NAMA: 'Nama-Pegawai',
    'KODE UNIT': null,
  })
  expect(guessHeaders([column('A', true, ['B']), column('B', false)], ['B'])).toEqual({ A: null, B: 'B' })
})

test('only required columns without a header are missing', () => {
  const columns = [column('NIP', true), column('TELEPON', false)]
  expect(missingColumns(columns, { NIP: null, TELEPON: null }).map(({ header }) => header)).toEqual(['NIP'])
})

const node = (key: string, parentKey: string | null): ExplanationNode => ({
  key,
  parentKey,
  kind: 'RHK',
  label: key,
  formula: null,
  inputs: [],
  value: null,
  level: null,
  weight: null,
  pointsWon: null,
  pointsLost: null,
  isLocal: false,
  localNote: null,
  sentence: '',
  url: null,
})

test('the flat explanation becomes a tree in the order of the server', () => {
  const tree = treeOf([node('root', null), node('b', 'root'), node('a', 'root'), node('a1', 'a')])
  expect(tree?.children.map(({ node: { key } }) => key)).toEqual(['b', 'a'])
  expect(tree?.children[1]?.children[0]).toMatchObject({ depth: 2, node: { key: 'a1' } })
  expect(treeOf([])).toBeNull()
})

test('numbers, shares and dates follow the language; an empty value is a dash', () => {
  const [id, en] = [formatFor('id'), formatFor('en')]
  expect([id.number('1234.5'), en.number('1234.5')]).toEqual(['1.234,5', '1,234.5'])
  expect([id.fixed('105.9', 2), id.percent('87.5'), en.percent('87.5')]).toEqual(['105,90', '87,5 %', '87.5%'])
  expect([id.number(null), id.date(null), id.share(0, 0)]).toEqual(['–', '–', '–'])
  expect(id.date('2025-12-31')).toBe('31 Des 2025')
})

test('an instant is shown on the clock of the city', () => {
  expect(formatFor('id').instant('2025-12-31T17:30:00Z')).toBe('1 Jan 2026, 00.30 WIB')
})

test('a number opens its list with the filters set and shown', () => {
  const url = new URL(listLink('appraisals', { predikat: 'BAIK' }), 'http://console.example')
  expect(JSON.parse(url.searchParams.get('filter') ?? '')).toEqual({ predikat: 'BAIK' })
  expect(JSON.parse(url.searchParams.get('displayedFilters') ?? '')).toEqual({ predikat: true })
})

test('a definition goes to the server as exact decimals, without what the form did not fill', () => {
  const input = definitionInput({
    name: 'Ukuran',
    target: '87,5',
    targetMin: '',
    lagDays: 3,
    familyWeights: [{ family: 'GURU', weight: '26' }],
  })
  expect(input).toMatchObject({
    target: '87.5',
    targetMin: null,
    lagDays: 3,
    formulaText: '',
    evidenceTypes: [],
    familyWeights: [{ family: 'GURU', weight: '26', weightMin: null, weightMax: null }],
  })
})

test('the timeline joins all histories, newest first, and says why there is no predikat', () => {
  const empty = { totalCount: 0, nodes: [] }
  const events = timelineOf(
    {
      employee: {
        positions: empty,
        ranks: { totalCount: 1, nodes: [{ id: 'r', golongan: 'III/c', validFrom: '2024-04-01', decreeNumber: null }] },
        trainings: {
          totalCount: 1,
          nodes: [{ id: 't', name: 'Diklat', provider: null, startsOn: '2025-05-01', endsOn: '2025-05-03', jp: '8' }],
        },
        educations: null,
        reportingLines: empty,
        disciplines: null,
        appraisals: {
          totalCount: 1,
          nodes: [
            {
              id: 'a',
              period: { key: '2024', endsOn: '2024-12-31' },
              predikat: null,
              noPredikatReason: 'NO_SKP',
              weightedScore: null,
              positionTitle: '',
            },
          ],
        },
      },
    },
    { predikat: (code) => code, reason: (code) => `because ${code}`, jp: (jp) => `${jp} JP`, level: (code) => code },
  )
  expect(events.map(({ key, detail }) => [key, detail])).toEqual([
    ['t', '8 JP'],
    ['a', 'because NO_SKP'],
    ['r', ''],
  ])
})
