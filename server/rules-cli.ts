import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from './errors.ts'
import { computeRule, isRuleId, parseInput, type RuleId, ruleIds } from './rules.ts'

/**
 * `tera rule <id>`: reads one JSON value a line and writes one answer a line, in order. A line that cannot be computed is answered by
 * `{"error": {code, message, fields}}` and does not stop the others. Blank lines are passed over.
 * Resolves to the exit code: 0, or 1 if any line failed. Throws `DomainError('NOT_FOUND')` for an unknown rule.
 */
export async function runRules(id: string, stdin: Readable, stdout: Writable): Promise<number> {
  if (!isRuleId(id)) throw new DomainError('NOT_FOUND', `There is no rule ${id}. Known rules: ${ruleIds.join(', ')}.`)
  let exitCode = 0
  await pipeline(
    createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    async function* (lines: AsyncIterable<string>) {
      for await (const line of lines) {
        if (line.trim() === '') continue
        const answer = answerLine(id, line)
        if (answer.failed) exitCode = 1
        yield `${JSON.stringify(answer.value)}\n`
      }
    },
    stdout,
    // The caller owns the output; standard output must stay open.
    { end: false },
  )
  return exitCode
}

function answerLine(id: RuleId, line: string): { failed: boolean; value: unknown } {
  try {
    return { failed: false, value: computeRule(id, parseInput(line.replace(/^\uFEFF/u, ''))) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, fields } = error
    return { failed: true, value: { error: { code, message, fields } } }
  }
}
