import type { Transaction } from '../../transact.ts'
import { gapNorm, type NeedParts, performanceGap, publicSignal } from '../rules/need-priority.ts'
import { competenceOf } from './competence.ts'

/** Indicators in which citizens speak about a unit: satisfaction, and complaints handled in time. LOCAL. */
const publicIndicators = ['CMP-01', 'HLT-02', 'SKM-01']

type Reader = Pick<Transaction, 'employee' | 'competency' | 'competencyAssessment' | 'appraisal' | 'ikiResult'>

export type FoundParts = Omit<NeedParts, 'strategic'> & { readonly appraisalId: string | null; readonly seriesId: string | null }

/** Three of the four sources of a need, each with the record that it was read from. Six statements. */
export async function needPartsOf(db: Reader, employeeId: string): Promise<FoundParts> {
  const { levels } = await competenceOf(db, employeeId)
  const appraisal = await db.appraisal.findFirst({
    where: { employeeId, kind: 'ANNUAL', isCurrent: true, predikat: { not: null } },
    orderBy: { period: { endsOn: 'desc' } },
    select: { id: true, rhkResults: { where: { level: { not: null } }, select: { weight: true, level: true } } },
  })
  const { unit } = await db.employee.findUniqueOrThrow({
    where: { id: employeeId },
    select: { unit: { select: { ancestors: { select: { ancestorId: true } } } } },
  })
  const signal = await db.ikiResult.findFirst({
    where: {
      achievementPct: { not: null },
      series: {
        unitId: { in: unit.ancestors.map(({ ancestorId }) => ancestorId) },
        indicator: { code: { in: publicIndicators } },
      },
      rhkResult: { appraisal: { isCurrent: true, kind: 'ANNUAL' } },
    },
    orderBy: [{ series: { year: 'desc' } }, { achievementPct: 'asc' }],
    select: { achievementPct: true, seriesId: true },
  })
  return {
    gapNorm: gapNorm(levels),
    performanceGap: performanceGap(
      (appraisal?.rhkResults ?? []).map(({ weight, level }) => ({ weight: weight.toFixed(), isBelow: level === 'DI_BAWAH' })),
    ),
    publicSignal: publicSignal(signal?.achievementPct?.toFixed() ?? null),
    appraisalId: appraisal?.id ?? null,
    seriesId: signal?.seriesId ?? null,
  }
}
