import type { Register } from '../runtime.ts'

export const register: Register = (program, runtime) => {
  const audit = program.command('audit').description('the audit trail')

  audit
    .command('verify')
    .description('recompute the chain of the audit trail and name the first broken entry')
    .option(
      '--expect-head <hash>',
      'a hash noted earlier that must still be in the chain: finds entries that were cut off its end',
    )
    .option('--json', 'print the result as JSON')
    .action(async (options: { expectHead?: string; json?: boolean }) => {
      const { verifyAuditChain } = await import('./queries/verify.ts')
      const { events, isIntact, firstBrokenSequence, fault, head } = await runtime.withDatabase(({ prisma }) =>
        verifyAuditChain(prisma, { expectedHead: options.expectHead }),
      )
      const broken = firstBrokenSequence === null ? null : Number(firstBrokenSequence)
      const report = { events: Number(events), isIntact, firstBrokenSequence: broken, fault, headHash: head.hash }
      const lines = isIntact
        ? [`${events} entries, all in order. Head: ${head.hash}`]
        : [
            broken === null
              ? 'The expected head is not in the chain: entries were cut off or replaced.'
              : `Entry ${broken} is broken: ${fault}.`,
          ]
      runtime.print(options, report, lines)
      if (!isIntact) process.exitCode = 1
    })

  audit
    .command('head')
    .description('print number and hash of the last entry, to be noted elsewhere')
    .option('--json', 'print the result as JSON')
    .action(async (options: { json?: boolean }) => {
      const { readAuditHead } = await import('./queries/verify.ts')
      const { sequence, hash } = await runtime.withDatabase(({ prisma }) => readAuditHead(prisma))
      runtime.print(options, { sequence: Number(sequence), hash }, [`${sequence} ${hash}`])
    })
}
