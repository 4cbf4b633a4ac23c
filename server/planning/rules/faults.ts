import type { ErrorCode } from '../../errors.ts'
import { targetFault } from '../../indicators/rules/target.ts'
import type { Sentence } from '../../language.ts'
import { exact, sum } from '../../math.ts'
import type { Plan, PlannedIki, PlannedRhk } from './plan.ts'
import { stretchFlag, stretchOf } from './stretch.ts'
import { isWholeWeight } from './weights.ts'

/** What can be wrong with a plan. Errors keep it from being submitted; warnings are for those who review it. */
export const faultCodes = {
  WEIGHT_SUM: { isError: true, description: 'The weights of the results do not add up to 100 ± 0.01 (LOCAL).' },
  RHK_COUNT: { isError: true, description: 'Fewer than 3 or more than 10 results (LOCAL).' },
  RHK_UNLINKED: {
    isError: true,
    description: 'A main result serves neither a result of the superior nor an assignment letter.',
  },
  CASCADE_CYCLE: { isError: true, description: 'A result leads back to itself over the results that it serves.' },
  IKI_COUNT: { isError: true, description: 'More than 4 indicators under one result (LOCAL), or one without any.' },
  NO_MEASURED_IKI: { isError: true, description: 'A quantitative plan without a single indicator (LOCAL).' },
  EXPECTATION_MISSING: { isError: true, description: 'A result of a qualitative plan without an expectation in words.' },
  IKI_WEIGHT: { isError: true, description: 'An indicator that carries no weight inside its result.' },
  TARGET_INVALID: { isError: true, description: 'A target that F1 cannot measure against.' },
  INDICATOR_NOT_IN_FORCE: { isError: true, description: 'A pinned version that is no longer in force.' },
  UNIT_SHARE: {
    isError: true,
    description: 'Indicators of the unit carry more than 30 % of the weight of somebody who does not lead it (LOCAL).',
  },
  SANDBAG: { isError: false, description: 'A target easier than what was reached already, without a reason (LOCAL).' },
  UNREALISTIC: { isError: false, description: 'A target more than one and a half times as hard as before (LOCAL).' },
  COUNTER_MISSING: { isError: false, description: 'An indicator without the one that balances it (LOCAL).' },
  LEVEL_SKIP: { isError: false, description: 'A result that serves somebody other than the penilai.' },
  APPENDIX_MISSING: { isError: false, description: 'One of the three appendices of PermenPANRB 6/2022 is empty.' },
} as const satisfies Record<string, { readonly isError: boolean; readonly description: string }>

export type FaultCode = keyof typeof faultCodes

export type Fault = {
  readonly code: FaultCode
  /** Dotted path of the input that mends it, such as `rhk.0.iki.1.target`. */
  readonly field: string
  readonly sentence: Sentence
}

/** Limits of a plan, all LOCAL (domain A3, B1). */
export const planLimits = { minRhks: 3, maxRhks: 10, maxIkis: 4, unitSharePct: 30 } as const

const appendixKinds = ['DUKUNGAN_SUMBER_DAYA', 'SKEMA_PERTANGGUNGJAWABAN', 'KONSEKUENSI'] as const

export function isError({ code }: Pick<Fault, 'code'>): boolean {
  return faultCodes[code].isError
}

/** Code of the refusal that stands for a set of errors. */
export function refusalCode(errors: readonly Pick<Fault, 'code'>[]): ErrorCode {
  const own = (['WEIGHT_SUM', 'RHK_UNLINKED', 'CASCADE_CYCLE'] as const).find((code) => errors.some((one) => one.code === code))
  return own ?? 'INVALID_INPUT'
}

/** Everything that is wrong with a plan, at once: errors and warnings in the order of the plan. */
export function faultsOf(plan: Plan): Fault[] {
  return [...wholeFaults(plan), ...plan.rhks.flatMap((rhk, index) => rhkFaults(plan, rhk, `rhk.${index}`))]
}

function fault(code: FaultCode, field: string, id: string, en: string): Fault {
  return { code, field, sentence: { id, en } }
}

function wholeFaults({ approach, rhks, leadsUnit, appendices }: Plan): Fault[] {
  const found: Fault[] = []
  const total = sum(rhks.map(({ weight }) => weight))
  if (rhks.length < planLimits.minRhks || rhks.length > planLimits.maxRhks) {
    const [id, en] = [
      `Ada ${rhks.length} RHK; SKP memuat 3 sampai 10.`,
      `There are ${rhks.length} results; a plan holds 3 to 10.`,
    ]
    found.push(fault('RHK_COUNT', 'rhk', id, en))
  }
  if (!isWholeWeight(rhks.map(({ weight }) => weight))) {
    const text = total.toFixed()
    found.push(
      fault('WEIGHT_SUM', 'rhk', `Jumlah bobot ${text}; seharusnya 100.`, `The weights add up to ${text}; they must make 100.`),
    )
  }
  const ikis = rhks.flatMap((rhk) => rhk.ikis)
  if (approach === 'KUANTITATIF' && ikis.length === 0) {
    found.push(
      fault(
        'NO_MEASURED_IKI',
        'rhk',
        'SKP kuantitatif memerlukan paling sedikit satu IKI.',
        'A quantitative plan needs at least one indicator.',
      ),
    )
  }
  const share = unitShare(rhks)
  if (!leadsUnit && share.gt(planLimits.unitSharePct)) {
    const text = share.toDecimalPlaces(2).toFixed()
    found.push(
      fault(
        'UNIT_SHARE',
        'rhk',
        `Indikator unit membawa ${text}% bobot; paling banyak 30% bagi yang tidak memimpin unit.`,
        `Indicators of the unit carry ${text}% of the weight; at most 30% for somebody who does not lead it.`,
      ),
    )
  }
  for (const kind of appendixKinds) {
    if (appendices.some((appendix) => appendix.kind === kind && appendix.text.trim() !== '')) continue
    found.push(fault('APPENDIX_MISSING', `appendices.${kind}`, 'Lampiran ini belum diisi.', 'This appendix is empty.'))
  }
  return found
}

/** Share of the whole weight, in per cent, that rests on indicators of the unit; weights inside a result count by their share of its sum. */
function unitShare(rhks: readonly PlannedRhk[]) {
  return sum(
    rhks.flatMap(({ weight, ikis }) => {
      const inside = sum(ikis.map((iki) => iki.weight))
      if (inside.lte(0)) return []
      return ikis.filter(({ attribution }) => attribution === 'UNIT').map((iki) => exact(weight).times(iki.weight).div(inside))
    }),
  )
}

function rhkFaults(plan: Plan, rhk: PlannedRhk, path: string): Fault[] {
  const found: Fault[] = []
  const { kind, ikis, servesRhkId, assignmentLetter, servedEmployeeId } = rhk
  // Somebody without a superior has no result to serve (domain A3).
  if (kind === 'UTAMA' && plan.penilaiId !== null && servesRhkId === null && !assignmentLetter?.trim()) {
    const id = 'RHK utama ini belum terhubung ke RHK atasan atau surat tugas.'
    found.push(
      fault('RHK_UNLINKED', `${path}.servesRhkId`, id, 'This main result serves no result of the superior and no letter.'),
    )
  }
  if (rhk.isInCircle) {
    found.push(
      fault(
        'CASCADE_CYCLE',
        `${path}.servesRhkId`,
        'Penyelarasan RHK ini berputar kembali ke dirinya.',
        'What this result serves leads back to it.',
      ),
    )
  }
  if (servedEmployeeId !== null && servedEmployeeId !== plan.penilaiId) {
    found.push(
      fault(
        'LEVEL_SKIP',
        `${path}.servesRhkId`,
        'RHK ini menginduk ke RHK orang lain, bukan penilai.',
        'This result serves somebody other than the penilai.',
      ),
    )
  }
  if (ikis.length > planLimits.maxIkis || (plan.approach === 'KUANTITATIF' && ikis.length === 0 && kind === 'UTAMA')) {
    const [id, en] = [
      `Ada ${ikis.length} IKI; satu RHK memuat 1 sampai 4.`,
      `There are ${ikis.length} indicators; a result holds 1 to 4.`,
    ]
    found.push(fault('IKI_COUNT', `${path}.iki`, id, en))
  }
  if (plan.approach === 'KUALITATIF' && !rhk.expectation?.trim()) {
    found.push(
      fault(
        'EXPECTATION_MISSING',
        `${path}.expectation`,
        'Tulis ekspektasi untuk RHK ini.',
        'State what is expected of this result.',
      ),
    )
  }
  const codes = new Set(plan.rhks.flatMap((one) => one.ikis.map(({ code }) => code)))
  return [...found, ...ikis.flatMap((iki, index) => ikiFaults(iki, codes, `${path}.iki.${index}`))]
}

function ikiFaults(iki: PlannedIki, codes: ReadonlySet<string>, path: string): Fault[] {
  const found: Fault[] = []
  if (exact(iki.weight).lte(0))
    found.push(fault('IKI_WEIGHT', `${path}.weight`, 'Bobot IKI harus di atas 0.', 'The weight must be above 0.'))
  if (targetFault(iki) !== null) {
    found.push(
      fault(
        'TARGET_INVALID',
        `${path}.target`,
        'Target ini tidak dapat diukur dengan polaritas indikatornya.',
        'This target cannot be measured against.',
      ),
    )
  }
  if (!iki.isInForce) {
    found.push(
      fault(
        'INDICATOR_NOT_IN_FORCE',
        `${path}.indicatorId`,
        `Versi ${iki.code} yang dipakai sudah tidak berlaku.`,
        `The version of ${iki.code} is no longer in force.`,
      ),
    )
  }
  if (iki.counterIndicatorCode !== null && !codes.has(iki.counterIndicatorCode)) {
    const code = iki.counterIndicatorCode
    found.push(
      fault('COUNTER_MISSING', `${path}.indicatorId`, `Pasangkan ${iki.code} dengan ${code}.`, `Pair ${iki.code} with ${code}.`),
    )
  }
  const flag = stretchFlag(iki)
  const stretch = stretchOf(iki)?.toDecimalPlaces(2).toFixed() ?? ''
  if (flag === 'SANDBAG') {
    found.push(
      fault(
        flag,
        `${path}.targetReason`,
        `Target lebih mudah dari capaian awal (rasio ${stretch}); tulis alasannya.`,
        `The target is easier than the baseline (ratio ${stretch}); say why.`,
      ),
    )
  } else if (flag === 'UNREALISTIC') {
    found.push(
      fault(
        flag,
        `${path}.target`,
        `Target ${stretch} kali capaian awal; pastikan dapat dicapai.`,
        `The target is ${stretch} times the baseline; make sure that it can be reached.`,
      ),
    )
  }
  return found
}
