import { type UserFilter, userWhere, visibleUsers } from '../../identity/queries/users.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { mayImport } from '../policy.ts'
import { behind, day, exportList, idOf, isSignedIn, shared } from './list-spec.ts'
import { type ImportRunFilter, importRunWhere, visibleImportRuns } from './runs.ts'

export const users = exportList({
  filterType: 'UserFilter',
  mayExport: isSignedIn,
  read: ({ db, actor, now }, filter: UserFilter | null, after, size) => {
    const today = civilDate(now)
    return db.user.findMany({
      ...behind(after, size),
      where: { AND: [userWhere(filter, today), visibleUsers(actor, today)] },
      orderBy: [{ username: 'asc' }, { id: 'asc' }],
      include: { grants: { include: { unit: { select: { code: true } } }, orderBy: { validFrom: 'asc' } } },
    })
  },
}).as(idOf, [
  [{ id: 'NAMA PENGGUNA', en: 'USERNAME' }, (row) => row.username],
  [shared.name, (row) => row.displayName],
  [
    { id: 'PERAN', en: 'ROLES' },
    (row) =>
      row.grants
        .map(({ role, unit, validFrom, validTo }) => [role, unit?.code, day(validFrom), day(validTo)].filter(Boolean).join(' '))
        .join('; '),
  ],
  [{ id: 'NONAKTIF SEJAK', en: 'DISABLED SINCE' }, (row) => day(row.disabledAt)],
])

export const imports = exportList({
  filterType: 'ImportRunFilter',
  mayExport: (actor) => mayImport(actor) === true,
  read: ({ db, actor }, filter: ImportRunFilter | null, after, size) =>
    db.importRun.findMany({
      ...behind(after, size),
      where: { AND: [importRunWhere(filter ?? {}), visibleImportRuns(actor)] },
      orderBy: { id: 'desc' },
      include: { startedBy: { select: { displayName: true } } },
    }),
}).as(idOf, [
  [{ id: 'WAKTU', en: 'TIME' }, (row) => row.createdAt.toISOString()],
  [shared.kind, (row) => row.kind],
  [{ id: 'BERKAS', en: 'FILE' }, (row) => row.fileName],
  [{ id: 'UJI COBA', en: 'DRY RUN' }, (row) => (row.isDryRun ? 'Y' : 'T')],
  [shared.state, (row) => row.state],
  [{ id: 'BARIS', en: 'ROWS' }, (row) => row.totalRows],
  [{ id: 'OLEH', en: 'BY' }, (row) => row.startedBy?.displayName ?? null],
])
