import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layOutYear } from '../../server/appraisals/commands/periods.ts'
import { type Actor, systemActor } from '../../server/identity/policy.ts'
import { issueEdition, withdrawEdition } from '../../server/publication/commands.ts'
import { draftEdition } from '../../server/publication/queries.ts'
import { classes, coveragePct, editionHash, makeEdition } from '../../server/publication/rules/edition.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

const none = { periodKey: '2026-TW1', kPublic: 10, kCell: 5, satisfaction: [], oneDay: [] }
const counts = fc.record(Object.fromEntries(classes.map((one) => [one, fc.integer({ min: 0, max: 25 })])))

describe('what is published of a city', () => {
  test('holds no cell of one to four people, no row of fewer than ten, and no rate from which either follows', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (units) => {
        const edition = makeEdition({
          ...none,
          units: units.map((own, index) => ({ code: `${index}`, name: `Unit ${index}`, counts: own })),
        })
        const shown = [...edition.distribution.flatMap(({ cells }) => cells), ...edition.totals]
        expect(shown.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
        expect(edition.distribution.filter(({ total }) => total < 10)).toEqual([])
        for (const row of edition.distribution) {
          const hidden = row.cells.filter((count) => count === null).length
          expect(hidden).not.toBe(1)
          if (row.cells.at(-1) === null) expect(coveragePct(row)).toBeNull()
        }
        // A column whose total is known never hides a single cell.
        for (const [column, total] of edition.totals.entries()) {
          const hidden = edition.distribution.filter(({ cells }) => cells[column] === null).length
          if (total !== null) expect(hidden).not.toBe(1)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('leaves out results of fewer than ten answers or complaints, and says so', () => {
    const rated = { code: '1', ikm: 80, halfWidth95: 1, mutu: 'B', lowest: 'U3' }
    const satisfaction = [
      { ...rated, name: 'Sepuluh', respondents: 10 },
      { ...rated, name: 'Sembilan', respondents: 9 },
    ]
    const edition = makeEdition({ ...none, units: [], satisfaction })
    expect(edition.satisfaction.map(({ name }) => name)).toEqual(['Sepuluh'])
    expect(edition.heldBack).toEqual([{ table: 'KEPUASAN', name: 'Sembilan', reason: 'TOO_FEW' }])
  })
})

describe('an edition', () => {
  const now = new Date('2026-06-01T03:00:00Z')
  const publisher: Actor = { ...systemActor('tim'), kind: 'USER', grants: [{ role: 'TIM_KINERJA', unitId: null }] }
  const ofAnOffice: Actor = { ...publisher, grants: [{ role: 'TIM_KINERJA', unitId: '01900000-0000-7000-8000-000000000001' }] }
  const by = (actor: Actor) => ({ actor, now })
  let home: TestDatabase

  beforeAll(async () => {
    home = await createTestDatabase()
    await home.database.prisma.$transaction((tx) => layOutYear(tx, 2026, { state: 'OPEN', createdAt: now }))
  })
  afterAll(() => home.drop())

  const previewed = async (periodKey: string) => {
    const edition = await draftEdition(home.database.prisma, periodKey)
    if (!edition) throw new Error('There is no such period.')
    return { periodKey, contentHash: editionHash(edition) }
  }

  test('is issued by whoever publishes for the whole city, as it was previewed, thirty days after its period, and once', async () => {
    const input = await previewed('2026-TW1')
    await expect(execute(home.database, issueEdition, input, by(ofAnOffice))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const other = { ...input, contentHash: '0'.repeat(64) }
    await expect(execute(home.database, issueEdition, other, by(publisher))).rejects.toMatchObject({ code: 'STALE_VERSION' })
    const early = await previewed('2026-TW2')
    await expect(execute(home.database, issueEdition, early, by(publisher))).rejects.toMatchObject({ code: 'WRONG_STATE' })
    const both = await Promise.allSettled([1, 2].map(() => execute(home.database, issueEdition, input, by(publisher))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(execute(home.database, issueEdition, input, by(publisher))).rejects.toMatchObject({ code: 'CONFLICT' })
    const { prisma } = home.database
    expect(await prisma.auditEvent.count({ where: { event: 'publication.issued' } })).toBe(1)
    const { id } = await prisma.publicEdition.findUniqueOrThrow({ where: { number: 1 } })
    await expect(prisma.publicEdition.update({ where: { id }, data: { contentHash: 'x' } })).rejects.toThrow()
    const reason = 'Ada kesalahan pada data sumber.'
    await execute(home.database, withdrawEdition, { id, reason }, by(publisher))
    await expect(execute(home.database, withdrawEdition, { id, reason }, by(publisher))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    })
    // The period stays published: a second edition could be compared with the first.
    await expect(execute(home.database, issueEdition, input, by(publisher))).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
