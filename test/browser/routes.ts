import type { ConsoleArea } from '../../admin/frame/area.ts'
import type { Database } from '../../server/db.ts'
import { encodeId } from '../../server/list.ts'

type Prisma = Database['prisma']
type Found = Promise<{ id: string | number | bigint }>

/** One address of the console, without the leading stroke, and a name for a picture of it. */
export type Route = { name: string; path: string }

/** Which record of the invented city stands for its kind: one whose pages have something on them. */
const records: Readonly<Record<string, (prisma: Prisma) => Found>> = {
  appraisals: ({ appraisal }) =>
    appraisal.findFirstOrThrow({
      where: { predikat: 'BAIK', isCurrent: true, kind: 'ANNUAL' },
      orderBy: [{ weightedScore: 'desc' }, { id: 'asc' }],
    }),
  indicators: ({ indicator }) =>
    indicator.findFirstOrThrow({ where: { versions: { some: { state: 'DRAFT', version: 2 } } }, orderBy: { code: 'asc' } }),
  measurements: ({ realisation }) =>
    realisation.findFirstOrThrow({ where: { state: 'SUBMITTED', evidences: { some: {} } }, orderBy: { id: 'asc' } }),
  employees: ({ employee }) => employee.findFirstOrThrow({ where: { appraisals: { some: {} } }, orderBy: { nip: 'asc' } }),
  units: ({ unit }) => unit.findFirstOrThrow({ where: { parentId: { not: null } }, orderBy: { code: 'asc' } }),
  skps: ({ skp }) => skp.findFirstOrThrow({ where: { state: 'DRAFT' }, orderBy: { id: 'asc' } }),
  'skp-templates': ({ skpTemplate }) => skpTemplate.findFirstOrThrow({ where: { retiredAt: null }, orderBy: { name: 'asc' } }),
  calibrations: ({ calibrationSession }) =>
    calibrationSession.findFirstOrThrow({ where: { state: 'BERLANGSUNG' }, orderBy: { id: 'asc' } }),
  objections: ({ objection }) => objection.findFirstOrThrow({ where: { state: 'SIAP_DIPUTUS' }, orderBy: { id: 'asc' } }),
  complaints: ({ complaint }) =>
    complaint.findFirstOrThrow({ where: { queue: 'DESK', handlerId: { not: null } }, orderBy: { id: 'asc' } }),
  fkps: ({ fkp }) => fkp.findFirstOrThrow({ where: { state: 'DIPUBLIKASI' }, orderBy: { id: 'asc' } }),
  surveys: ({ survey }) => survey.findFirstOrThrow({ where: { state: 'DIPUBLIKASI' }, orderBy: { id: 'asc' } }),
  needs: ({ developmentNeed }) => developmentNeed.findFirstOrThrow({ where: { state: 'DIUSULKAN' }, orderBy: { id: 'asc' } }),
  'pembinaan-plans': ({ pembinaanPlan }) =>
    pembinaanPlan.findFirstOrThrow({ where: { state: 'KONSULTASI' }, orderBy: { id: 'asc' } }),
  programmes: ({ pembinaanProgramme }) =>
    pembinaanProgramme.findFirstOrThrow({ where: { state: 'BERLANGSUNG' }, orderBy: { id: 'asc' } }),
  'improvement-plans': ({ improvementPlan }) => improvementPlan.findFirstOrThrow({ orderBy: { id: 'asc' } }),
  awards: ({ award }) => award.findFirstOrThrow({ orderBy: [{ state: 'asc' }, { id: 'asc' }] }),
  imports: ({ importRun }) => importRun.findFirstOrThrow({ orderBy: { id: 'asc' } }),
  // Notices belong to their reader: these pages are walked by the administrator.
  notices: ({ notice }) => notice.findFirstOrThrow({ where: { user: { username: 'admin' } }, orderBy: { id: 'asc' } }),
  'monitoring-teams': ({ monitoringTeam }) => monitoringTeam.findFirstOrThrow({ where: { state: 'AKTIF' } }),
  'impact-evaluations': ({ impactEvaluation }) =>
    impactEvaluation.findFirstOrThrow({ where: { verdict: 'DIFFERENCE_SHOWN' }, orderBy: { id: 'asc' } }),
  users: ({ user }) => user.findFirstOrThrow({ where: { username: 'penilai' } }),
}

/** Pages that show something else at the same address, by what stands behind the question mark. */
const variants: Readonly<Record<string, readonly string[]>> = {
  units: ['view=list'],
}

/**
 * Every address of the console: home, and for each area its lists, its pages, and the pages of one record. They come from the areas
 * themselves, so that a new page is in each walk. Throws when a resource with pages of one record has none in {@link records}.
 */
export async function routesOf({ prisma }: Pick<Database, 'prisma'>): Promise<Route[]> {
  // Typed here, not by the module: the pages behind it are checked with the settings of the console, and these tests with those of the server.
  const { areas }: { areas: readonly ConsoleArea[] } = await import('../../admin/areas.ts' as string)
  const routes: Route[] = [{ name: 'home', path: '' }]
  for (const { resources, pages } of areas) {
    for (const { spec, show, create, edit } of resources) {
      const { name, type } = spec
      routes.push({ name, path: name })
      for (const search of variants[name] ?? []) routes.push({ name: `${name} ${search}`, path: `${name}?${search}` })
      if (show || edit) {
        const find = records[name]
        if (!find) throw new Error(`Say in test/browser/routes.ts which record shows the pages of ${name}.`)
        const path = `${name}/${encodeId(type, (await find(prisma)).id)}`
        if (show) routes.push({ name: `${name} show`, path: `${path}/show` })
        if (edit) routes.push({ name: `${name} edit`, path })
      }
      if (create) routes.push({ name: `${name} create`, path: `${name}/create` })
    }
    routes.push(...pages.map(({ path }) => ({ name: path.slice(1), path: path.slice(1) })))
  }
  return [...routes, { name: 'missing page', path: 'no-such-page' }]
}
