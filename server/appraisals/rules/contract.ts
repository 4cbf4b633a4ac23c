import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { behaviourRating, behaviourValueScore } from './behaviour.ts'
import { indicatorAchievement, levelOf } from './indicator-achievement.ts'
import { legacyIkiValue, legacyScore } from './legacy.ts'
import { monthWeightedPredikat, predikatOf } from './predikat.ts'
import { resultRating } from './result-rating.ts'
import { type AppraisalSettings, defaultAppraisalSettings } from './settings.ts'

const level = z.enum(['DI_BAWAH', 'SESUAI', 'DI_ATAS'])
const share = z.number().min(0).max(1)
const amount = z.number().min(0)
const ratings = z.array(z.int().min(1).max(3)).optional()

export const predikat = z.enum(['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'])

/** Settings of a tenant, as far as they differ from the defaults. */
export const appraisalSettings = z
  .object({
    cap: z.number().positive(),
    levelLow: amount,
    levelHigh: amount,
    zeroMode: z.enum(['STRICT', 'LINEAR']),
    zeroPenalty: amount,
    ceilingCountsAsAbove: z.boolean(),
    smallPartMax: share,
    maxExcludedWeightPct: z.number().min(0).max(100),
    resultMode: z.enum(['RULE', 'SCORE']),
    raterWeights: z.object({ ATASAN: amount, REKAN: amount, BAWAHAN: amount }),
    anonymityMinRaters: z.int().min(1),
    distMinN: z.int().min(0),
    oiWeights: z.object({ ms: amount, ev: amount, ra: amount, sev: amount, dc: amount }),
  })
  .partial()
  .optional()
  .transform((given): AppraisalSettings => ({ ...defaultAppraisalSettings, ...given }))

/** Rules that decide the rating of one person: F1 to F5, F23. */
export const ratingContracts = {
  F1: ruleContract({
    id: 'F1',
    name: 'indicatorAchievement',
    input: z.object({
      polarity: z.enum(['MAXIMIZE', 'MINIMIZE', 'STABILIZE', 'RANGE']),
      target: z.number().nullish(),
      targetMin: z.number().nullish(),
      targetMax: z.number().nullish(),
      tolerancePct: z.number().nullish(),
      realisation: z.number().nullish(),
      naturalMaximum: z.number().nullish(),
      cap: z.number().positive().nullish(),
      zeroMode: z.enum(['STRICT', 'LINEAR']).nullish(),
      settings: appraisalSettings,
    }),
    compute: ({ settings, cap, zeroMode, realisation, ...input }) =>
      indicatorAchievement(
        { ...input, realisation: realisation ?? null },
        { ...settings, cap: cap ?? settings.cap, zeroMode: zeroMode ?? settings.zeroMode },
      ),
  }),
  level: ruleContract({ id: 'level', name: 'level', input: z.number(), compute: (pct) => levelOf(pct) }),
  F2: ruleContract({
    id: 'F2',
    name: 'resultRating',
    input: z.object({
      rhk: z.array(
        z.object({
          kind: z.enum(['UTAMA', 'TAMBAHAN']),
          weight: amount,
          indicators: z.array(
            z.object({
              weight: amount.nullish(),
              pct: amount.nullish().transform((pct) => pct ?? null),
              missing: z.enum(['EXCLUDE', 'ZERO']).nullish(),
            }),
          ),
        }),
      ),
      settings: appraisalSettings,
    }),
    compute: ({ rhk, settings }) => resultRating({ rhk }, settings),
  }),
  F3a: ruleContract({
    id: 'F3a',
    name: 'behaviourValueScore',
    input: z.object({
      groups: z.object({ ATASAN: ratings, REKAN: ratings, BAWAHAN: ratings, DIRI: ratings }),
      settings: appraisalSettings,
    }),
    compute: ({ groups, settings }) => behaviourValueScore(groups, settings),
  }),
  F3b: ruleContract({
    id: 'F3b',
    name: 'behaviourRating',
    input: z.object({ levels: z.array(level).length(7), misconduct: z.boolean().nullish(), settings: appraisalSettings }),
    compute: ({ settings, ...input }) => pick(behaviourRating(input, settings), 'rating', 'ambiguous', 'above', 'below'),
  }),
  F4: ruleContract({
    id: 'F4',
    name: 'predikat',
    input: z.object({ hasil: level, perilaku: level }),
    compute: ({ hasil, perilaku }) => predikatOf(hasil, perilaku),
  }),
  F5: ruleContract({
    id: 'F5',
    name: 'legacyScore',
    input: z.object({
      skp: z.number().min(0).max(120),
      perilaku: z.number().min(0).max(120),
      scheme: z.enum(['70_30', '60_40']),
      newIdea: z.boolean().nullish(),
    }),
    compute: (input) => pick(legacyScore(input), 'value', 'predikat'),
  }),
  F5b: ruleContract({
    id: 'F5b',
    name: 'legacyIkiValue',
    input: z.object({ achievement: amount, maxAttainable: z.boolean().nullish() }),
    compute: (input) => pick(legacyIkiValue(input), 'category', 'value'),
  }),
  F23: ruleContract({
    id: 'F23',
    name: 'monthWeightedPredikat',
    input: z.object({
      parts: z.array(z.object({ predikat, months: z.int().min(1).max(12), misconduct: z.boolean().nullish() })).min(1),
    }),
    compute: ({ parts }) => pick(monthWeightedPredikat(parts), 'score', 'predikat'),
  }),
}
