import type { Prisma, SurveyAccess, SurveyState } from '../../generated/prisma/client.ts'

type Reader = Pick<Prisma.TransactionClient, 'survey' | 'surveyTicket'>

/** What the answer page must know of the survey behind a code. */
export type Answerable = {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly state: SurveyState
  readonly access: SurveyAccess
  readonly opensOn: Date
  readonly closesOn: Date
  readonly questions: readonly { readonly code: string; readonly textId: string; readonly textEn: string }[]
  /** True for a ticket that was used. */
  readonly isUsed: boolean
}

const shown = {
  id: true,
  title: true,
  state: true,
  access: true,
  opensOn: true,
  closesOn: true,
  unit: { select: { name: true } },
  questions: { orderBy: { number: 'asc' }, select: { code: true, textId: true, textEn: true } },
} satisfies Prisma.SurveySelect

/** The survey behind the hash of a ticket, or behind the address of an open one; null when the code belongs to nothing. */
export async function surveyBehind(tx: Reader, code: string, codeHash: string): Promise<Answerable | null> {
  const [ticket, open] = await Promise.all([
    tx.surveyTicket.findUnique({ where: { codeHash }, select: { isUsed: true, survey: { select: shown } } }),
    tx.survey.findUnique({ where: { openCode: code }, select: shown }),
  ])
  const survey = ticket?.survey ?? open
  if (!survey || survey.access !== (ticket ? 'TICKET' : 'OPEN')) return null
  const { unit, ...rest } = survey
  return { ...rest, unitName: unit.name, isUsed: ticket?.isUsed ?? false }
}

/** Does the survey take answers on this civil date? */
export function takesAnswers(
  { state, opensOn, closesOn }: Pick<Answerable, 'state' | 'opensOn' | 'closesOn'>,
  today: Date,
): boolean {
  return state === 'AKTIF' && opensOn <= today && today <= closesOn
}
