import type { Transaction } from '../../transact.ts'
import { type CompetencyGap, competencyGap } from '../rules/competency-gap.ts'
import { requiredLevel } from '../rules/required-level.ts'

type Reader = Pick<Transaction, 'employee' | 'competency' | 'competencyAssessment'>

export type CompetencyLevel = {
  readonly competencyId: string
  readonly code: string
  readonly name: string
  readonly required: number
  readonly actual: number
  readonly assessedOn: Date
  readonly source: string
}

export type Competence = {
  readonly levels: readonly CompetencyLevel[]
  /** Required competencies that nobody assessed yet. */
  readonly unassessed: number
  /** F18 over the assessed ones; null without any. */
  readonly match: CompetencyGap | null
}

/** What the post asks of somebody against the newest assessments (F18). Three statements. */
export async function competenceOf(db: Reader, employeeId: string): Promise<Competence> {
  const post = await db.employee.findUniqueOrThrow({
    where: { id: employeeId },
    select: { positionKind: true, positionLevel: true, positionTitle: true },
  })
  const competencies = await db.competency.findMany({ orderBy: { code: 'asc' }, include: { standards: true } })
  const assessments = await db.competencyAssessment.findMany({
    where: { employeeId },
    orderBy: [{ competencyId: 'asc' }, { assessedOn: 'desc' }],
    distinct: ['competencyId'],
  })
  const newest = new Map(assessments.map((one) => [one.competencyId, one]))
  const asked = competencies.flatMap(({ id, code, name, standards }) => {
    const required = requiredLevel(standards, post)
    return required === null ? [] : [{ competencyId: id, code, name, required, assessment: newest.get(id) }]
  })
  const levels = asked.flatMap(({ assessment, ...one }) =>
    assessment ? [{ ...one, actual: assessment.level, assessedOn: assessment.assessedOn, source: assessment.source }] : [],
  )
  const match =
    levels.length === 0
      ? null
      : competencyGap(
          levels.map(({ required }) => required),
          levels.map(({ actual }) => actual),
        )
  return { levels, unassessed: asked.length - levels.length, match }
}
