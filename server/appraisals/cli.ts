import { InvalidArgumentError } from 'commander'
import type { Register } from '../runtime.ts'

type EvaluateOptions = { period: string; now?: Date; json?: boolean }
type ExportOptions = { period: string; json?: boolean }

/** Computing a city and counting it takes longer than one statement usually may. */
const statementTimeoutMs = 10 * 60_000

/** `tera evaluate`, `tera export evaluations` and `tera verify appraisals`. */
export const register: Register = (program, runtime) => {
  program
    .command('evaluate')
    .description('compute the appraisals of a period from all that was measured, and count them')
    .requiredOption('--period <key>', 'the year or quarter, such as 2025 or 2025-TW1')
    .option('--now <instant>', 'the clock that is handed to the rules, such as 2026-01-31T09:00:00+07:00', readInstant)
    .option('--json', 'print the counts as JSON')
    .action(async ({ period, now, json }: EvaluateOptions) => {
      const { execute, systemActor, computingAppraisals, yearEndOf } = await load()
      const counted = await runtime.withDatabase(
        async (database) => {
          let bar: Awaited<ReturnType<typeof runtime.progress>> | undefined
          const start = async (total: number) => {
            bar = await runtime.progress('Computing', total)
          }
          let started: Promise<void> | undefined
          const spec = computingAppraisals((done, total) => {
            started ??= start(total)
            bar?.advance(done)
          })
          const computation = await execute(
            database,
            spec,
            { periodKey: period },
            { actor: systemActor('tera evaluate'), now: now ?? new Date() },
          )
          await started
          bar?.finish()
          return { computation, yearEnd: await yearEndOf(database.prisma, period) }
        },
        { statementTimeoutMs },
      )
      const { computation, yearEnd } = counted
      const lines = [
        `Period ${period}: ${computation.appraisals} employees, ${computation.changed} computed anew.`,
        ...Object.entries({ ...yearEnd.predikat, ...yearEnd.withoutPredikat }).map(
          ([key, count]) => `${key.padEnd(18)} ${count}`,
        ),
      ]
      runtime.print({ json }, yearEnd, lines)
    })

  const exports =
    program.commands.find((command) => command.name() === 'export') ?? program.command('export').description('write data out')
  exports
    .command('evaluations')
    .description('the appraisals of a period, one employee a line')
    .requiredOption('--period <key>', 'the year or quarter, such as 2025')
    .option('--json', 'one JSON object a line instead of words')
    .action(async ({ period, json }: ExportOptions) => {
      const { evaluationsOf } = await load()
      await runtime.withDatabase(
        async ({ prisma }) => {
          for await (const page of evaluationsOf(prisma, period)) {
            for (const evaluation of page) {
              const outcome = 'predikat' in evaluation ? evaluation.predikat : evaluation.reason
              const { nip, hasil, weightedScore, perilaku } = evaluation
              runtime.print({ json }, evaluation, [[nip, hasil ?? '-', weightedScore ?? '-', perilaku ?? '-', outcome].join(' ')])
            }
          }
        },
        { statementTimeoutMs },
      )
    })

  registerVerification(program, runtime)
}

type VerifyOptions = { period: string; json?: boolean }

/** `tera verify appraisals`: exit code 1 when a final result differs. */
function registerVerification(program: Parameters<Register>[0], runtime: Parameters<Register>[1]): void {
  const verify =
    program.commands.find((command) => command.name() === 'verify') ??
    program.command('verify').description('compute stored results again')
  verify
    .command('appraisals')
    .description('compute each final result of a period again from what it stored, and name what differs')
    .requiredOption('--period <key>', 'the year or quarter, such as 2025')
    .option('--json', 'print the outcome as JSON')
    .action(async ({ period, json }: VerifyOptions) => {
      const { replayFinals } = await import('./queries/replay.ts')
      const outcome = await runtime.withDatabase(({ prisma }) => replayFinals(prisma, period), { statementTimeoutMs })
      if (outcome === null) throw new InvalidArgumentError(`There is no period ${period}.`)
      const { checked, drifted } = outcome
      const lines = [
        `Period ${period}: ${checked} final results computed again, ${drifted.length} differ.`,
        ...drifted.flatMap(({ nip, version, differences }) =>
          differences.map(
            ({ field, stored, computed }) =>
              `${nip} version ${version}: ${field} is ${stored ?? '-'}, computed ${computed ?? '-'}`,
          ),
        ),
      ]
      runtime.print({ json }, outcome, lines)
      if (drifted.length > 0) process.exitCode = 1
    })
}

async function load() {
  const [{ execute }, { systemActor }, { computingAppraisals }, { evaluationsOf, yearEndOf }] = await Promise.all([
    import('../transact.ts'),
    import('../identity/policy.ts'),
    import('./commands/compute-appraisals.ts'),
    import('./queries/year-end.ts'),
  ])
  return { execute, systemActor, computingAppraisals, evaluationsOf, yearEndOf }
}

function readInstant(text: string): Date {
  const instant = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant.getTime())) return instant
  throw new InvalidArgumentError('Give an instant such as 2026-01-31T09:00:00+07:00.')
}
