import jstat from 'jstat'
import { roundHalfUp } from '../../math.ts'
import { siasnPredikatCodes } from './predikat.ts'
import type { Standing, Tried } from './what-if.ts'

export interface WhatIfCounts {
  /** Appraisals that use the indicator. */
  readonly appraisals: number
  /** Of these with a target of their own, which the draft does not change. */
  readonly ownTargets: number
  /** With another level of the indicator. */
  readonly changedLevel: number
  /** With another rating hasil kerja. */
  readonly changedResult: number
  readonly changedPredikat: number
  /** With a higher weighted score, and with a lower one. */
  readonly helped: number
  readonly hurt: number
}

export interface UnitShift {
  readonly unitId: string
  readonly helped: number
  readonly hurt: number
  readonly changedPredikat: number
}

export interface PredikatTally {
  /** A predikat, or NONE. */
  readonly key: string
  readonly count: number
}

/** How many appraisals go from one predikat to another; both may be NONE, and both may be the same. */
export interface PredikatMove {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** How far the order inside the units stays: the mean of Spearman's coefficient over units with enough scores, each counted by its people. */
export interface UnitRanks {
  /** 4 decimals; null where no unit can be compared. */
  readonly coefficient: number | null
  /** Units compared, and of these those in which the order changes. */
  readonly units: number
  readonly reordered: number
}

export interface WhatIfSummary {
  readonly counts: WhatIfCounts
  readonly predikatBefore: readonly PredikatTally[]
  readonly predikatAfter: readonly PredikatTally[]
  /** Only pairs that occur, in the order of the predikat. */
  readonly moves: readonly PredikatMove[]
  /** Units in which somebody moves, those with most moves first. */
  readonly units: readonly UnitShift[]
  /** Spearman's coefficient of the weighted scores before and after, 4 decimals; null where it is undefined. */
  readonly rankStability: number | null
  readonly unitRanks: UnitRanks
  /** Whose score, rating or predikat is another one, largest change of the score first. */
  readonly movers: readonly Tried[]
}

/** Most units that a summary names. */
const unitLimit = 50

/** Adds trials of one draft up. Does not depend on their order. */
export function summarise(tried: readonly Tried[]): WhatIfSummary {
  const countOf = (holds: (one: Tried) => boolean) => tried.filter(holds).length
  const movers = tried.filter((one) => isResultChanged(one) || isPredikatChanged(one) || isScoreChanged(one))
  return {
    counts: {
      appraisals: tried.length,
      ownTargets: countOf(({ hasOwnTarget }) => hasOwnTarget),
      changedLevel: countOf(({ isLevelChanged }) => isLevelChanged),
      changedResult: countOf(isResultChanged),
      changedPredikat: countOf(isPredikatChanged),
      helped: countOf(isHelped),
      hurt: countOf(isHurt),
    },
    predikatBefore: tally(tried.map(({ before }) => before)),
    predikatAfter: tally(tried.map(({ after }) => after)),
    moves: movesOf(tried),
    units: shiftsOf(movers),
    rankStability: rankStability(tried),
    unitRanks: unitRanksOf(tried),
    movers: movers.sort((a, b) => changeOf(b) - changeOf(a) || compare(a.employeeId, b.employeeId)),
  }
}

function isResultChanged({ before, after }: Tried): boolean {
  return before.result !== after.result
}

function isPredikatChanged({ before, after }: Tried): boolean {
  return before.predikat !== after.predikat
}

function isScoreChanged({ before, after }: Tried): boolean {
  return before.score !== after.score
}

function isHelped({ before, after }: Tried): boolean {
  return before.score !== null && after.score !== null && after.score > before.score
}

function isHurt({ before, after }: Tried): boolean {
  return before.score !== null && after.score !== null && after.score < before.score
}

/** Size of the change of the score; to gain or to lose one altogether is more than any change. */
function changeOf({ before, after }: Tried): number {
  if (before.score === after.score) return 0
  return before.score === null || after.score === null ? Number.MAX_VALUE : Math.abs(after.score - before.score)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const none = 'NONE'

function tally(standings: readonly Standing[]): PredikatTally[] {
  const counts = new Map<string, number>([...Object.keys(siasnPredikatCodes), none].map((key) => [key, 0]))
  for (const { predikat } of standings) counts.set(predikat ?? none, (counts.get(predikat ?? none) ?? 0) + 1)
  return [...counts].map(([key, count]) => ({ key, count }))
}

function shiftsOf(movers: readonly Tried[]): UnitShift[] {
  const byUnit = Map.groupBy(movers, ({ unitId }) => unitId)
  return [...byUnit]
    .sort(([a, inA], [b, inB]) => inB.length - inA.length || compare(a, b))
    .slice(0, unitLimit)
    .map(([unitId, moved]) => ({
      unitId,
      helped: moved.filter(isHelped).length,
      hurt: moved.filter(isHurt).length,
      changedPredikat: moved.filter(isPredikatChanged).length,
    }))
}

/** Over those who have a score both times; ties share their mean rank. Undefined for fewer than two, or when all have one score. */
function rankStability(tried: readonly Tried[]): number | null {
  const [before, after]: [number[], number[]] = [[], []]
  for (const one of tried) {
    if (one.before.score === null || one.after.score === null) continue
    before.push(one.before.score)
    after.push(one.after.score)
  }
  const coefficient = before.length < 2 ? Number.NaN : jstat.spearmancoeff(before, after)
  return Number.isFinite(coefficient) ? roundHalfUp(coefficient, 4) : null
}

/** Fewest people with both scores for the order inside a unit to say anything (LOCAL). */
const fewestRanked = 5

function unitRanksOf(tried: readonly Tried[]): UnitRanks {
  const ranked = tried.filter(({ before, after }) => before.score !== null && after.score !== null)
  const compared = [...Map.groupBy(ranked, ({ unitId }) => unitId).values()].flatMap((ofUnit) => {
    const coefficient = ofUnit.length < fewestRanked ? null : rankStability(ofUnit)
    return coefficient === null ? [] : [{ coefficient, people: ofUnit.length }]
  })
  const people = compared.reduce((total, unit) => total + unit.people, 0)
  const weighted = compared.reduce((total, unit) => total + unit.coefficient * unit.people, 0)
  return {
    coefficient: people === 0 ? null : roundHalfUp(weighted / people, 4),
    units: compared.length,
    reordered: compared.filter(({ coefficient }) => coefficient < 1).length,
  }
}

function movesOf(tried: readonly Tried[]): PredikatMove[] {
  const keys = [...Object.keys(siasnPredikatCodes), none]
  return keys.flatMap((from) =>
    keys.flatMap((to) => {
      const count = tried.filter(
        ({ before, after }) => (before.predikat ?? none) === from && (after.predikat ?? none) === to,
      ).length
      return count === 0 ? [] : [{ from, to, count }]
    }),
  )
}
