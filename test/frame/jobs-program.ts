/** A process of its own for `jobs.test.ts`: takes a job, does half of it, says so and hangs until it is killed. */
import { openDatabase } from '../../server/db.ts'
import { workOnce } from '../../server/jobs.ts'

const [url = '', now = ''] = process.argv.slice(2)
const database = await openDatabase(url, { poolSize: 2 })
const day = new Date('2026-08-17')

await workOnce(
  database,
  {
    half: async () => {
      await database.prisma.holiday.create({ data: { day, name: 'first half', decree: '' } })
      console.log('half done')
      await new Promise((resolve) => setInterval(resolve, 3_600_000))
    },
  },
  { now: () => new Date(now), onError: (error) => console.error(error) },
)
