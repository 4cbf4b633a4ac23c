import { seesAppraisal } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import type { Sentence } from '../../language.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { competenceOf } from './competence.ts'

export type Recommendation = {
  readonly programmeId: string
  readonly programmeName: string
  readonly competencyName: string
  readonly weakResult: string | null
  readonly effect: number | null
  readonly ciLow: number | null
  readonly ciHigh: number | null
  readonly claimLevel: string | null
  /** Rupiah for each hundredth of the effect, 2 decimals. */
  readonly costPerPoint: number | null
  readonly reason: Sentence
}

/** Most programmes that are named. */
const most = 10

/** Competencies that somebody should build: behind results below expectation, and those below what the post asks for. */
async function soughtCompetencies(context: Context, employeeId: string) {
  const { db } = context
  const appraisal = await db.appraisal.findFirst({
    where: { employeeId, kind: 'ANNUAL', isCurrent: true, predikat: { not: null } },
    orderBy: { period: { endsOn: 'desc' } },
    select: {
      id: true,
      rhkResults: {
        where: { level: 'DI_BAWAH' },
        select: { title: true, ikiResults: { select: { indicatorVersion: { select: { indicatorId: true } } } } },
      },
    },
  })
  const results = appraisal && (await seesAppraisal(context, appraisal.id)) ? appraisal.rhkResults : []
  const weak = results.flatMap(({ title, ikiResults }) =>
    ikiResults.map(({ indicatorVersion }) => ({ title, indicatorId: indicatorVersion.indicatorId })),
  )
  const links = await db.competencyIndicator.findMany({
    where: { indicatorId: { in: weak.map(({ indicatorId }) => indicatorId) } },
    select: { competencyId: true, indicatorId: true },
  })
  const sought = new Map<string, string | null>()
  for (const { competencyId, indicatorId } of links)
    sought.set(competencyId, weak.find((one) => one.indicatorId === indicatorId)?.title ?? null)
  const { levels } = await competenceOf(db, employeeId)
  for (const { competencyId, required, actual } of levels)
    if (actual < required && !sought.has(competencyId)) sought.set(competencyId, null)
  return sought
}

/**
 * Programmes that build what somebody lacks, ranked by the effect that was measured and published (the lower end of its interval, so that a shaky effect does not win),
 * then those of which nothing was measured, which is said. A suggestion that explains itself; people decide.
 */
export async function recommendationsFor(context: Context, employeeId: string): Promise<Recommendation[]> {
  const sought = await soughtCompetencies(context, employeeId)
  if (sought.size === 0) return []
  const programmes = await context.db.pembinaanProgramme.findMany({
    where: { competencyId: { in: [...sought.keys()] }, state: { not: 'BATAL' } },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      ...{ id: true, name: true, budget: true, competencyId: true },
      competency: { select: { name: true } },
      impactEvaluations: {
        where: { isCurrent: true, isPrimary: true, publications: { some: {} } },
        take: 1,
        select: { effect: true, ciLow: true, ciHigh: true, claimLevel: true, verdict: true },
      },
    },
  })
  const named = programmes.map(
    ({ id, name, budget, competencyId, competency, impactEvaluations: [measured] }): Recommendation => {
      const weakResult = sought.get(competencyId ?? '') ?? null
      const effect = measured?.effect?.toNumber() ?? null
      const isShown = measured?.verdict === 'DIFFERENCE_SHOWN'
      return {
        ...{ programmeId: id, programmeName: name, competencyName: competency?.name ?? '', weakResult, effect },
        ...{ ciLow: measured?.ciLow?.toNumber() ?? null, ciHigh: measured?.ciHigh?.toNumber() ?? null },
        claimLevel: measured?.claimLevel ?? null,
        costPerPoint:
          budget && effect && isShown ? roundHalfUp(exact(budget.toFixed()).div(exact(effect).abs().times(100)), 2) : null,
        reason: reasonOf(weakResult, competency?.name ?? '', measured ? isShown : null),
      }
    },
  )
  const rank = ({ ciLow, effect }: Recommendation) => (effect === null ? Number.NEGATIVE_INFINITY : (ciLow ?? effect))
  return named.sort((a, b) => rank(b) - rank(a)).slice(0, most)
}

function reasonOf(weakResult: string | null, competency: string, isShown: boolean | null): Sentence {
  const why =
    weakResult === null
      ? {
          id: `Kompetensi “${competency}” di bawah tuntutan jabatan.`,
          en: `The competency “${competency}” is below what the post asks for.`,
        }
      : {
          id: `Hasil “${weakResult}” di bawah ekspektasi dan bergantung pada kompetensi “${competency}”.`,
          en: `The result “${weakResult}” was below expectation and draws on the competency “${competency}”.`,
        }
  const effect =
    isShown === null
      ? { id: 'Dampak program ini belum pernah diukur.', en: 'The effect of this programme was never measured.' }
      : isShown
        ? { id: 'Evaluasi sebelumnya menunjukkan perbedaan.', en: 'An earlier evaluation showed a difference.' }
        : { id: 'Evaluasi sebelumnya tidak menunjukkan perbedaan.', en: 'An earlier evaluation showed no difference.' }
  return { id: `${why.id} ${effect.id}`, en: `${why.en} ${effect.en}` }
}
