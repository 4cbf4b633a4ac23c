import type { Context } from '../../context.ts'
import type { SignalAnswer } from '../../generated/prisma/client.ts'

type Db = Pick<Context['db'], 'signalAnswer'>

export type GivenAnswer = Pick<SignalAnswer, 'id' | 'unitId' | 'code' | 'answer' | 'answeredAt' | 'answeredById'>

const select = { id: true, unitId: true, code: true, answer: true, answeredAt: true, answeredById: true } as const

/** Most answers to one question. */
const most = 20

/** Answers to questions of a period named `<unit id>:<code>`, newest first, in the order of the questions; one statement. */
export async function givenAnswers(db: Db, keys: readonly string[], periodKey: string): Promise<GivenAnswer[][]> {
  const unitIds = [...new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))]
  const rows = await db.signalAnswer.findMany({
    where: { period: { key: periodKey }, unitId: { in: unitIds } },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    select,
  })
  const byKey = Map.groupBy(rows, ({ unitId, code }) => `${unitId}:${code}`)
  return keys.map((key) => (byKey.get(key) ?? []).slice(0, most))
}

export function readAnswer(db: Db, id: string): Promise<GivenAnswer | null> {
  return db.signalAnswer.findUnique({ where: { id }, select })
}
