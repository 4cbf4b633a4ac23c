import { buffer } from 'node:stream/consumers'
import { endWithParent } from '../../bounded-process.ts'
import { DomainError } from '../../errors.ts'
import type { Job, JobAnswer } from './background.ts'

// A process of its own for each large file: neither its memory nor its work touches the server, which lives on whatever happens here.
endWithParent()
process.once('message', (job: Job) => {
  carryOut(job)
    .then(answer, (error: unknown) => {
      if (error instanceof DomainError) answer({ refused: { code: error.code, sentence: error.sentence, fields: error.fields } })
      else throw error
    })
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    })
})
process.channel?.ref()

async function carryOut(job: Job): Promise<JobAnswer> {
  if (job.task === 'INSPECT') {
    const { readTable } = await import('../readers.ts')
    const { headers, rows } = await readTable(await buffer(process.stdin))
    return {
      inspected: {
        headers,
        rowCount: rows.length,
        sampleRows: rows.slice(0, job.sampleRows).map(({ cells }) => cells.map(String)),
      },
    }
  }
  const [{ openDatabase }, { runImport }] = await Promise.all([import('../../db.ts'), import('./import-run.ts')])
  const database = await openDatabase(job.url, { poolSize: 3 })
  try {
    await runImport(database, job.runId, { actor: job.actor, now: new Date(job.now) })
    return { done: true }
  } finally {
    await database.close()
  }
}

function answer(message: JobAnswer): void {
  process.send?.(message, () => process.exit(0))
}
