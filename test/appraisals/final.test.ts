import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAppraisals } from '../../server/appraisals/commands/export-results.ts'
import { lockLife } from '../../server/appraisals/commands/life.ts'
import { decide, examine, objectTo } from '../../server/appraisals/commands/objection-moves.ts'
import { reopenAppraisal } from '../../server/appraisals/commands/versions.ts'
import { replayFinals } from '../../server/appraisals/queries/replay.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { summaries } from './factory.ts'
import { early, LifeCity, later, long, moderator, pyb } from './life-city.ts'

let test: TestDatabase
let city: LifeCity
let owner: pg.Client

beforeAll(async () => {
  test = await createTestDatabase()
  city = await LifeCity.create(test.database)
  owner = new pg.Client({ connectionString: test.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await test.drop()
})

/** As a penilai would have rated who followed the suggestion. */
async function rated(person: 'nurse' | 'engineer') {
  const { resultRating, behaviourRating, predikat } = await city.appraisal(person)
  return { suggestedResult: resultRating, suggestedBehaviour: behaviourRating, suggestedPredikat: predikat, ratedAt: early }
}

async function makeFinal() {
  return city.put('nurse', { ...(await rated('nurse')), state: 'FINAL', finalAt: early, finalCause: 'ACCEPTED' })
}

const attempts = [
  `UPDATE appraisal SET predikat = 'SANGAT_BAIK' WHERE id = $1`,
  `UPDATE appraisal SET weighted_score = 120 WHERE id = $1`,
  `UPDATE appraisal SET state = 'TERBUKA' WHERE id = $1`,
  `UPDATE appraisal SET state = 'BATAL' WHERE id = $1`,
  `UPDATE appraisal SET state = 'TEREKSPOR' WHERE id = $1`,
  `UPDATE appraisal SET state = 'TEREKSPOR', exported_at = now(), predikat = 'KURANG' WHERE id = $1`,
  `UPDATE appraisal SET result_reason = 'x' WHERE id = $1`,
  `UPDATE appraisal SET final_at = now() WHERE id = $1`,
  `UPDATE appraisal SET input_hash = '' WHERE id = $1`,
  `DELETE FROM appraisal WHERE id = $1`,
  `UPDATE rhk_result SET achievement_pct = 120 WHERE appraisal_id = $1`,
  `DELETE FROM rhk_result WHERE appraisal_id = $1`,
  `INSERT INTO rhk_result SELECT gen_random_uuid(), appraisal_id, rhk_id, 9, title, kind, weight, share, achievement_pct, level FROM rhk_result WHERE appraisal_id = $1 LIMIT 1`,
  `UPDATE iki_result SET inputs = '{}' WHERE rhk_result_id IN (SELECT id FROM rhk_result WHERE appraisal_id = $1)`,
  `DELETE FROM iki_result WHERE rhk_result_id IN (SELECT id FROM rhk_result WHERE appraisal_id = $1)`,
  `INSERT INTO appraisal_part (id, appraisal_id, skp_id, starts_on, ends_on, months) SELECT gen_random_uuid(), id, skp_id, '2025-01-01', '2025-12-31', 12 FROM appraisal WHERE id = $1`,
  `UPDATE rhk_result SET appraisal_id = $1, number = 8 WHERE id = (SELECT r.id FROM rhk_result r JOIN appraisal a ON a.id = r.appraisal_id WHERE a.state = 'TERBUKA' LIMIT 1)`,
]

describe('a final result', () => {
  it.each(attempts)('withstands, as the application and as the owner: %s', async (sql) => {
    const { id } = (await city.appraisal('nurse')).state === 'FINAL' ? await city.read('nurse') : await makeFinal()
    await expect(test.database.pool.query(sql, [id])).rejects.toMatchObject({ code: '23001' })
    await expect(owner.query(sql, [id])).rejects.toMatchObject({ code: '23001' })
  })

  it.each(['appraisal', 'rhk_result', 'iki_result', 'appraisal_part'])('is not truncated away with %s', async (table) => {
    await expect(owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: '23001' })
    await expect(test.database.pool.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: '42501' })
  })

  it('keeps its number whatever is measured or computed afterwards', async () => {
    const before = await city.appraisal('nurse')
    await city.planned.measure('nurse.RATIO', 4, { numerator: '1', denominator: '50', version: 2 })
    await city.planned.compute()
    expect(await city.appraisal('nurse')).toEqual(before)
  })

  it('is still marked as exported, once, and gives way to a successor', async () => {
    const { id } = await city.read('nurse')
    await city.do(moderator, exportAppraisals, { ids: [id] })
    await expect(owner.query(`UPDATE appraisal SET exported_at = now() WHERE id = $1`, [id])).rejects.toMatchObject({
      code: '23001',
    })
    await expect(owner.query(`UPDATE appraisal SET state = 'FINAL' WHERE id = $1`, [id])).rejects.toMatchObject({ code: '23001' })
    const input = {
      ...(await city.read('nurse')),
      ground: 'COURT',
      reason: 'The court set the result aside on 3 February.',
    } as const
    await city.do(pyb, reopenAppraisal, input)
    await expect(owner.query(`UPDATE appraisal SET is_current = true WHERE id = $1`, [id])).rejects.toMatchObject({
      code: '23001',
    })
  })
})

describe('an objection', () => {
  async function delivered() {
    const { id } = await city.put('engineer', {
      ...(await rated('engineer')),
      state: 'DISAMPAIKAN',
      objectionUntil: new Date('2026-02-20T16:59:59.999Z'),
    })
    return id
  }
  const within = (
    id: string,
    step: (tx: Parameters<typeof objectTo>[0], row: Parameters<typeof objectTo>[1]) => Promise<unknown>,
  ) =>
    test.database.prisma.$transaction(async (tx) => {
      const row = await lockLife(tx, id, city.person('engineer'), later)
      if (row) return step(tx, row)
    })

  it('that is granted keeps the delivered version and makes a final successor', async () => {
    const id = await delivered()
    await within(id, (tx, row) => objectTo(tx, row, later))
    await within(id, (tx, row) => examine(tx, row, later))
    const rating = {
      result: 'SESUAI',
      behaviour: 'SESUAI',
      reason: long,
      decidedById: city.planned.city.person.secretary,
    } as const
    const successorId = await within(id, (tx, row) => decide(tx, row, rating, later))
    expect(await city.appraisal('engineer')).toMatchObject({
      id: successorId,
      version: 2,
      state: 'FINAL',
      predikat: 'BAIK',
      finalCause: 'KEBERATAN_DECIDED',
      reopenGround: 'KEBERATAN',
      predecessorId: id,
    })
    expect(await test.database.prisma.appraisal.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'FINAL',
      predikat: 'BUTUH_PERBAIKAN',
      isCurrent: false,
    })
    const { kept, live } = await summaries(test.database, city.periodId)
    expect(kept).toEqual(live)
  })

  it('that is turned down leaves the result as it was, final', async () => {
    const { id } = await city.put('midwife', { state: 'PEMERIKSAAN' })
    expect(
      await test.database.prisma.$transaction(async (tx) => {
        const row = await lockLife(tx, id, city.person('midwife'), later)
        return row && decide(tx, row, null, later)
      }),
    ).toBe(id)
    expect(await city.appraisal('midwife')).toMatchObject({ state: 'FINAL', version: 1, finalCause: 'KEBERATAN_DECIDED' })
  })
})

describe('computing finals again', () => {
  it('gives the same numbers, replaced versions included', async () => {
    const result = await replayFinals(test.database.prisma, '2025')
    expect(result?.drifted).toEqual([])
    expect(result?.checked).toBeGreaterThanOrEqual(4)
    expect(await replayFinals(test.database.prisma, '1999')).toBeNull()
  })

  it('names what somebody changed behind the back of the database', async () => {
    const { id } = await city.read('midwife')
    await owner.query('ALTER TABLE appraisal DISABLE TRIGGER appraisal_final_immutable')
    await owner.query('UPDATE appraisal SET weighted_score = 119, predikat = $2 WHERE id = $1', [id, 'SANGAT_BAIK'])
    await owner.query('ALTER TABLE appraisal ENABLE TRIGGER appraisal_final_immutable')
    expect((await replayFinals(test.database.prisma, '2025'))?.drifted).toMatchObject([
      {
        id,
        differences: [
          { field: 'weightedScore', stored: '119' },
          { field: 'predikat', stored: 'SANGAT_BAIK', computed: 'BAIK' },
        ],
      },
    ])
  })
})
