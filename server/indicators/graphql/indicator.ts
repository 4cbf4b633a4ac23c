import { builder } from '../../builder.ts'
import { canRead } from '../policy.ts'
import { currentVersions, openVersions, visibleVersions } from '../queries.ts'
import { IndicatorStateEnum } from './enums.ts'
import { IndicatorVersion } from './version.ts'

export const Indicator = builder.prismaNode('Indicator', {
  id: { field: 'id', description: 'Global id.' },
  description: 'An indicator of the catalogue (B1). What it measures is stated by its versions; plans pin one of them.',
  authScopes: ({ state }, { actor }) => canRead(actor, state),
  runScopesOnType: true,
  select: { id: true, state: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code, for example `EDU-01`; it never changes.' }),
    name: t.exposeString('name', { description: 'Name by the version in force; by the draft while none was published.' }),
    state: t.expose('state', {
      type: IndicatorStateEnum,
      description: 'AKTIF once a version was published, else the state of its first draft.',
    }),
    versions: t.relatedConnection('versions', {
      cursor: 'id',
      totalCount: true,
      description: 'Its versions, newest first; drafts only for those who read the whole catalogue.',
      query: (_args, { actor }) => ({ where: visibleVersions(actor), orderBy: { version: 'desc' } }),
    }),
    currentVersion: t.field({
      type: IndicatorVersion,
      nullable: true,
      description: 'The version in force; the draft of an indicator that was never published.',
      select: (_args, _context, nestedSelection) => ({ versions: { where: currentVersions, take: 1, ...nestedSelection(true) } }),
      resolve: ({ versions }) => versions[0] ?? null,
    }),
    openDraft: t.field({
      type: IndicatorVersion,
      nullable: true,
      authScopes: { permission: 'indicators.read' },
      description:
        'The version that is being written or reviewed; empty when there is none. Only for those who read the whole catalogue.',
      select: (_args, _context, nestedSelection) => ({ versions: { where: openVersions, take: 1, ...nestedSelection(true) } }),
      resolve: ({ versions }) => versions[0] ?? null,
    }),
  }),
})
