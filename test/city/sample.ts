import type { JudgedValue } from '../../server/appraisals/rules/judgement.ts'
import type { Database } from '../../server/db.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'

const wanted = {
  rhkResults: {
    orderBy: { number: 'asc' },
    include: {
      ikiResults: {
        orderBy: { number: 'asc' },
        include: {
          indicatorVersion: { include: { indicator: { select: { code: true } } } },
          series: { include: { unit: { select: { code: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.AppraisalInclude

type Stored = Prisma.AppraisalGetPayload<{ include: typeof wanted }>
type Result = Stored['rhkResults'][number]

const numberOf = (value: Prisma.Decimal | null) => value?.toNumber() ?? null

/** The appraisal of one person as it is stored, in the form in which the truth of the city tells it: each number of each step. */
export async function sampleOf(prisma: Database['prisma'], nip: string): Promise<object | null> {
  const stored = await prisma.appraisal.findFirst({
    where: { employee: { nip }, period: { key: '2025' }, isCurrent: true },
    include: wanted,
  })
  if (!stored) return null
  const { system, predikat, noPredikatReason, resultStatus, behaviourRating } = stored
  const isUnrated = resultStatus !== 'OK'
  return {
    system,
    predikat,
    noPredikatReason,
    hasil: {
      status: resultStatus,
      rating: stored.resultRating,
      shareAbove: numberOf(stored.shareAbove),
      shareBelow: numberOf(stored.shareBelow),
      ambiguous: isUnrated ? null : stored.resultAmbiguous,
      weightedScore: numberOf(stored.weightedScore),
      excludedWeightPct: numberOf(stored.excludedWeightPct),
      rhk: stored.rhkResults.map(rhkOf),
    },
    perilaku: {
      status: behaviourRating === null ? 'INCOMPLETE' : 'OK',
      rating: behaviourRating,
      ambiguous: behaviourRating === null ? null : stored.behaviourAmbiguous,
      above: stored.behaviourAbove,
      below: stored.behaviourBelow,
      values: valuesOf(stored).map(judgedValue),
    },
  }
}

function rhkOf({ kind, weight, achievementPct, level, ikiResults }: Result) {
  return { kind, weight: weight.toNumber(), pct: numberOf(achievementPct), level, iki: ikiResults.map(ikiOf) }
}

function ikiOf(iki: Result['ikiResults'][number]) {
  const { indicatorVersion, series, status, missing, quartersUsed, quartersExcluded, quartersNotSubmitted } = iki
  return {
    code: indicatorVersion.indicator.code,
    subject: series.unit?.code ?? 'INDIVIDU',
    weight: iki.weight.toNumber(),
    polarity: indicatorVersion.polarity,
    targetMin: numberOf(iki.targetMin),
    targetMax: numberOf(iki.targetMax),
    tolerancePct: numberOf(iki.tolerancePct),
    realisation: numberOf(iki.realisedValue),
    denominator: numberOf(iki.denominator),
    ...{ quartersUsed, quartersExcluded, quartersNotSubmitted, status, missing },
    pct: numberOf(iki.achievementPct),
  }
}

function valuesOf({ behaviourInputs }: Stored): readonly JudgedValue[] {
  return (behaviourInputs as unknown as { values: JudgedValue[] } | null)?.values ?? []
}

function judgedValue({ value, groups, score, level, dropped }: JudgedValue) {
  const { ATASAN, REKAN, BAWAHAN, DIRI } = groups
  const sorted = (ratings: readonly number[]) => [...ratings].sort()
  return {
    value: value.toUpperCase(),
    ...{ atasan: sorted(ATASAN), rekan: sorted(REKAN), bawahan: sorted(BAWAHAN), diri: sorted(DIRI) },
    ...{ score, level, dropped },
  }
}
