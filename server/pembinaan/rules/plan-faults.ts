import type { EvaluationDesign, StakeholderKind } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'
import { exact, type Numeric, sum } from '../../math.ts'

export type PlanFaultKind =
  | 'PROBLEM_MISSING'
  | 'PROBLEM_WITHOUT_EVIDENCE'
  | 'OUTCOME_MISSING'
  | 'OUTCOME_WITHOUT_BASELINE'
  | 'PRIMARY_OUTCOME_MISSING'
  | 'STAKEHOLDERS_NOT_HEARD'
  | 'CEILING_MISSING'
  | 'PAGU_EXCEEDED'
  | 'PROGRAMME_MISSING'
  | 'DESIGN_REQUIRED'
  | 'TEAM_MISSING'

/** Where a missing piece is mended: a part of the plan, one of its programmes, or the monitoring teams. */
export type PlanPlace = 'PROBLEMS' | 'OUTCOMES' | 'STAKEHOLDERS' | 'BUDGET' | 'PROGRAMMES' | 'MONITORING'

export type PlanFaultFound = {
  readonly code: PlanFaultKind
  /** Dotted path of the input that mends it, or the name of what is missing. */
  readonly field: string
  readonly place: PlanPlace
  /** The programme to be mended, where it is one. */
  readonly programmeId: string | null
  readonly sentence: Sentence
}

/** Everything that a submission looks at. Amounts in rupiah. */
export type JudgedPlan = {
  readonly problems: readonly { readonly hasEvidence: boolean }[]
  readonly indicators: readonly { readonly isPrimary: boolean; readonly hasBaseline: boolean }[]
  readonly stakeholders: readonly { readonly kind: StakeholderKind; readonly isConsulted: boolean }[]
  readonly consultationReason: string | null
  readonly ceiling: Numeric | null
  readonly budget: readonly Numeric[]
  readonly programmes: readonly { readonly id: string; readonly name: string; readonly design: EvaluationDesign | null }[]
  readonly teams: number
}

/** The three kinds whom domain D4 wants to be heard. */
export const heardKinds = ['KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT'] as const satisfies readonly StakeholderKind[]

/** Kinds of which nobody was consulted yet. */
export function unheard(stakeholders: JudgedPlan['stakeholders']): StakeholderKind[] {
  return heardKinds.filter((kind) => !stakeholders.some((one) => one.kind === kind && one.isConsulted))
}

/** What keeps a plan from being submitted (domain D4): each missing piece with the place where it is mended. Empty when nothing does. */
export function planFaults(plan: JudgedPlan): PlanFaultFound[] {
  return [...problemFaults(plan), ...outcomeFaults(plan), ...hearingFaults(plan), ...budgetFaults(plan), ...programmeFaults(plan)]
}

const fault = (
  code: PlanFaultKind,
  field: string,
  place: PlanPlace,
  id: string,
  en: string,
  programmeId: string | null = null,
) => ({
  ...{ code, field, place, programmeId, sentence: { id, en } },
})

function problemFaults({ problems }: JudgedPlan): PlanFaultFound[] {
  if (problems.length === 0) {
    return [
      fault(
        'PROBLEM_MISSING',
        'problems',
        'PROBLEMS',
        'Tulis sedikitnya satu masalah yang dijawab rencana ini.',
        'State at least one problem that the plan answers.',
      ),
    ]
  }
  return problems.flatMap(({ hasEvidence }, index) =>
    hasEvidence
      ? []
      : [
          fault(
            'PROBLEM_WITHOUT_EVIDENCE',
            `problems.${index}`,
            'PROBLEMS',
            `Masalah ${index + 1} belum didukung data. Tautkan pengukuran, kebutuhan, atau dokumen.`,
            `No data stand behind problem ${index + 1}. Link measurements, a need, or a document.`,
          ),
        ],
  )
}

function outcomeFaults({ indicators }: JudgedPlan): PlanFaultFound[] {
  if (indicators.length === 0) {
    return [
      fault(
        'OUTCOME_MISSING',
        'indicators',
        'OUTCOMES',
        'Tetapkan sedikitnya satu indikator hasil.',
        'Name at least one outcome indicator.',
      ),
    ]
  }
  const missing = indicators.flatMap(({ hasBaseline }, index) =>
    hasBaseline
      ? []
      : [
          fault(
            'OUTCOME_WITHOUT_BASELINE',
            `indicators.${index}.baseline`,
            'OUTCOMES',
            `Indikator hasil ${index + 1} belum memiliki nilai awal dan sumbernya.`,
            `Outcome indicator ${index + 1} lacks its baseline or the source of it.`,
          ),
        ],
  )
  const primary = indicators.filter(({ isPrimary }) => isPrimary).length
  if (primary === 1) return missing
  return [
    ...missing,
    fault(
      'PRIMARY_OUTCOME_MISSING',
      'indicators',
      'OUTCOMES',
      'Tandai tepat satu indikator hasil utama.',
      'Mark exactly one outcome as the primary one.',
    ),
  ]
}

const kindWords: Readonly<Record<(typeof heardKinds)[number], Sentence>> = {
  KEPALA_DINAS: { id: 'kepala dinas', en: 'heads of offices' },
  PEGAWAI: { id: 'pegawai', en: 'employees' },
  MASYARAKAT: { id: 'masyarakat', en: 'citizens' },
}

function hearingFaults({ stakeholders, consultationReason }: JudgedPlan): PlanFaultFound[] {
  const missing = heardKinds.filter((kind) => unheard(stakeholders).includes(kind))
  if (missing.length === 0 || consultationReason) return []
  const list = (language: keyof Sentence) => missing.map((kind) => kindWords[kind][language]).join(', ')
  return [
    fault(
      'STAKEHOLDERS_NOT_HEARD',
      'stakeholders',
      'STAKEHOLDERS',
      `Belum ada konsultasi dengan ${list('id')}. Catat konsultasinya atau tulis alasannya.`,
      `Not consulted yet: ${list('en')}. Record the consultation or give the reason.`,
    ),
  ]
}

function budgetFaults({ ceiling, budget }: JudgedPlan): PlanFaultFound[] {
  if (ceiling === null) {
    return [fault('CEILING_MISSING', 'ceiling', 'BUDGET', 'Isi pagu anggaran.', 'Enter the budget ceiling.')]
  }
  const excess = sum(budget).minus(exact(ceiling))
  if (!excess.gt(0)) return []
  const amount = excess.toFixed(0)
  return [
    fault(
      'PAGU_EXCEEDED',
      'budgetLines',
      'BUDGET',
      `Rincian anggaran melebihi pagu sebesar Rp${amount}.`,
      `The budget lines exceed the ceiling by Rp${amount}.`,
    ),
  ]
}

function programmeFaults({ programmes, teams }: JudgedPlan): PlanFaultFound[] {
  const none =
    programmes.length === 0
      ? [
          fault(
            'PROGRAMME_MISSING',
            'programmes',
            'PROGRAMMES',
            'Tambahkan sedikitnya satu program.',
            'Add at least one programme.',
          ),
        ]
      : []
  const designs = programmes.flatMap(({ id, name, design }) =>
    design !== null
      ? []
      : [
          fault(
            'DESIGN_REQUIRED',
            'design',
            'PROGRAMMES',
            `Pilih desain evaluasi program “${name}”.`,
            `Choose the evaluation design of the programme “${name}”.`,
            id,
          ),
        ],
  )
  const team =
    teams === 0
      ? [
          fault(
            'TEAM_MISSING',
            'monitoringTeam',
            'MONITORING',
            'Bentuk tim pemantau untuk rencana ini.',
            'Set up a monitoring team for this plan.',
          ),
        ]
      : []
  return [...none, ...designs, ...team]
}
