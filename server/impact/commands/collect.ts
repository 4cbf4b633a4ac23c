import { z } from 'zod'
import { newId } from '../../new-id.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayCompute } from '../policy.ts'
import { type Measured, measuredAround } from '../queries/measured.ts'
import { type Candidate, matchControls } from '../rules/matching.ts'
import { type DesignInForce, lockJudged, programmeEntity, registered } from './programme.ts'

/**
 * Fills the outcome series of a programme from the measurements that appraisals use: its registered indicators, of those trained and of a comparison. Matched
 * designs compare with the nearest of the same peer group (D8), others with all. Readings of a file stay. Errors: DESIGN_REQUIRED, FORBIDDEN, NOT_FOUND.
 */
export const collectOutcomes = command({
  input: z.strictObject({ programmeId: z.uuid() }),
  load: (tx, { programmeId }) => lockJudged(tx, programmeId),
  allow: (actor, { underUnitIds }) => mayCompute(actor, underUnitIds),
  run: async ({ tx, subject }) => {
    const design = registered(subject)
    await tx.outcomePoint.deleteMany({ where: { programmeId: subject.id, source: 'MEASUREMENT' } })
    const ids = [...(design.indicatorId ? [design.indicatorId] : []), ...design.secondaryIndicatorIds]
    const indicators = await tx.indicator.findMany({ where: { id: { in: ids } }, select: { id: true, code: true } })
    let points = 0
    for (const { id: indicatorId, code } of indicators) points += await collectOne(tx, design, indicatorId, code)
    return { result: { points }, entity: programmeEntity(subject.id), changes: { points: [null, points] } }
  },
  audit: 'impact.collected',
  timeoutMs: 30_000,
})

async function collectOne(tx: Transaction, design: DesignInForce, indicatorId: string, outcome: string): Promise<number> {
  const { programmeId, level } = design
  const imported = await tx.outcomePoint.count({ where: { programmeId, outcome, source: 'IMPORT' }, take: 1 })
  if (imported > 0) return 0
  const measured = await measuredAround(tx, { programmeId, indicatorId, level })
  const compared = comparisonOf(measured, design)
  const kept = measured.filter((one) => (one.isTrained ? compared.treated : compared.control).has(one.subjectId))
  const { count } = await tx.outcomePoint.createMany({
    data: kept.map(({ subjectId, isTrained, phase, month, numerator, denominator, value }) => ({
      id: newId(),
      programmeId,
      outcome,
      ...(level === 'UNIT' ? { unitId: subjectId } : { employeeId: subjectId }),
      arm: isTrained ? ('DILATIH' as const) : ('PEMBANDING' as const),
      phase,
      month,
      ...(numerator !== null && denominator !== null ? { numerator, denominator } : { value }),
      source: 'MEASUREMENT' as const,
    })),
  })
  return count
}

/** Who is compared with whom: nobody without a comparison, matched pairs where the design says so, else everybody who was measured. */
function comparisonOf(measured: readonly Measured[], { allocation }: DesignInForce) {
  const bySubject = Map.groupBy(measured, ({ subjectId }) => subjectId)
  const ids = (isTrained: boolean) => [...bySubject].flatMap(([id, rows]) => (rows[0]?.isTrained === isTrained ? [id] : []))
  if (allocation === 'PRA_PASCA') return { treated: new Set(ids(true)), control: new Set<string>() }
  if (allocation !== 'PADANAN') return { treated: new Set(ids(true)), control: new Set(ids(false)) }
  const candidate = (id: string): Candidate[] => {
    const rows = bySubject.get(id) ?? []
    const before = rows.flatMap(({ phase, value }) => (phase === 'PRA' && value !== null ? [value.toNumber()] : []))
    const [first] = rows
    if (!first || before.length === 0) return []
    const baseline = before.reduce((all, one) => all + one, 0) / before.length
    return [{ id, peerGroup: first.peerGroup, baseline, tenureYears: first.tenureYears }]
  }
  const { pairs } = matchControls(ids(true).flatMap(candidate), ids(false).flatMap(candidate))
  return {
    treated: new Set(pairs.map(({ treatedId }) => treatedId)),
    control: new Set(pairs.map(({ controlId }) => controlId)),
  }
}
