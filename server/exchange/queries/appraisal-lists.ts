import { visibleRatings } from '../../appraisals/queries/standing.ts'
import { appraisalWhere } from '../../appraisals/queries.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { currentVersions, indicatorWhere } from '../../indicators/queries.ts'
import { behind, day, exportList, idOf, isSignedIn, shared } from './list-spec.ts'

/** Appraisals whose ratings the caller may read, as over GraphQL: so no filter tells more than a row does. */
export const appraisals = exportList({
  filterType: 'AppraisalFilter',
  mayExport: isSignedIn,
  read: ({ db, actor, now }, filter: Parameters<typeof appraisalWhere>[0], after, size) =>
    db.appraisal.findMany({
      ...behind(after, size),
      where: { AND: [appraisalWhere(filter), visibleRatings(actor, now)] },
      orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
      include: {
        employee: { select: { nip: true, name: true } },
        period: { select: { key: true } },
        penilai: { select: { nip: true } },
      },
    }),
}).as(idOf, [
  [shared.nip, (row) => row.employee.nip],
  [shared.name, (row) => row.employee.name],
  [{ id: 'PERIODE', en: 'PERIOD' }, (row) => row.period.key],
  [{ id: 'UNIT', en: 'UNIT' }, (row) => row.unitPath],
  [shared.position, (row) => row.positionTitle],
  [{ id: 'NIP PENILAI', en: 'NIP OF THE PENILAI' }, (row) => row.penilai?.nip ?? null],
  [{ id: 'SISTEM', en: 'SYSTEM' }, (row) => row.system],
  [shared.state, (row) => row.state],
  [{ id: 'HASIL KERJA', en: 'WORK RESULT' }, (row) => row.resultRating],
  [{ id: 'NILAI TERTIMBANG', en: 'WEIGHTED SCORE' }, (row) => row.weightedScore?.toNumber() ?? null],
  [{ id: 'PERILAKU', en: 'BEHAVIOUR' }, (row) => row.behaviourRating],
  [{ id: 'PREDIKAT', en: 'PREDIKAT' }, (row) => row.predikat],
  [{ id: 'ALASAN TANPA PREDIKAT', en: 'REASON WITHOUT PREDIKAT' }, (row) => row.noPredikatReason],
])

export const indicators = exportList({
  filterType: 'IndicatorFilter',
  mayExport: isSignedIn,
  read: async (asker, filter: Parameters<typeof indicatorWhere>[1], after, size) =>
    asker.db.indicator.findMany({
      ...behind(after, size),
      where: await indicatorWhere(asker, filter),
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      include: { versions: { where: currentVersions, take: 1 } },
    }),
}).as(idOf, [
  [{ id: 'KODE IKI', en: 'CODE' }, (row) => row.code],
  [{ id: 'NAMA INDIKATOR', en: 'INDICATOR' }, (row) => row.name],
  [shared.state, (row) => row.state],
  [{ id: 'VERSI', en: 'VERSION' }, (row) => row.versions[0]?.version ?? null],
  [{ id: 'ASPEK', en: 'ASPECT' }, (row) => row.versions[0]?.aspect ?? null],
  [{ id: 'SATUAN', en: 'UNIT OF MEASURE' }, (row) => row.versions[0]?.unit ?? null],
  [{ id: 'POLARITAS', en: 'POLARITY' }, (row) => row.versions[0]?.polarity ?? null],
  [{ id: 'AGREGASI', en: 'AGGREGATION' }, (row) => row.versions[0]?.aggregation ?? null],
  [{ id: 'FREKUENSI', en: 'FREQUENCY' }, (row) => row.versions[0]?.frequency ?? null],
  [{ id: 'TARGET', en: 'TARGET' }, (row) => row.versions[0]?.target?.toNumber() ?? null],
  [{ id: 'ATRIBUSI', en: 'ATTRIBUTION' }, (row) => row.versions[0]?.attribution ?? null],
  [{ id: 'SUMBER DATA', en: 'SOURCE SYSTEM' }, (row) => row.versions[0]?.sourceSystem ?? null],
  [{ id: 'PEMILIK DATA', en: 'SOURCE OWNER' }, (row) => row.versions[0]?.sourceOwner ?? null],
])

type PeriodFilter = Partial<{ [Key in 'year' | 'kind' | 'state']: Prisma.PeriodWhereInput[Key] | null }> | null

export const periods = exportList({
  filterType: 'PeriodFilter',
  mayExport: isSignedIn,
  read: ({ db }, filter: PeriodFilter, after, size) =>
    db.period.findMany({
      ...behind(after, size),
      where: Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== null)),
      orderBy: [{ year: 'desc' }, { kind: 'asc' }, { number: 'asc' }, { id: 'asc' }],
    }),
}).as(idOf, [
  [{ id: 'PERIODE', en: 'PERIOD' }, (row) => row.key],
  [shared.kind, (row) => row.kind],
  [shared.state, (row) => row.state],
  [{ id: 'MULAI', en: 'FROM' }, (row) => day(row.startsOn)],
  [{ id: 'SELESAI', en: 'TO' }, (row) => day(row.endsOn)],
  [{ id: 'PENCATATAN SAMPAI', en: 'RECORDING UNTIL' }, (row) => day(row.closesOn)],
])
