import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { computeRule, isRuleId, ruleIds, rules } from '../server/rules.ts'
import { runRules } from '../server/rules-cli.ts'

async function run(id: string, input: string): Promise<{ exitCode: number; lines: unknown[] }> {
  const chunks: string[] = []
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  // Small pieces: a line may arrive in several.
  const exitCode = await runRules(id, Readable.from(input.match(/[\s\S]{1,7}/gu) ?? []), output)
  return {
    exitCode,
    lines: chunks
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

describe('the registry', () => {
  it('holds every rule of the specification, in order', () => {
    const ids = 'F1 F2 F3a F3b F4 F5 F5b F6 F7 F8 F9 F10 F11 F11b F12 F13 F14 F15 F16 F17 F18 F19 F20 F22 F23 level'
    expect(ruleIds).toEqual(ids.split(' '))
    for (const id of ruleIds) expect(rules[id].id).toBe(id)
  })

  it('knows no rule by a name of the language', () => {
    for (const id of ['toString', '__proto__', 'f1', '']) expect(isRuleId(id)).toBe(false)
  })

  it.each([null, [], 'x', true, { ms: 101, polarity: 'UP' }])('refuses %j for every rule, with a code', (input) => {
    for (const id of ruleIds) {
      expect(() => computeRule(id, input)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    }
  })

  it('names the faulty fields by path', () => {
    const input = { rhk: [{ kind: 'MAIN', weight: -1, indicators: [] }] }
    expect(() => computeRule('F2', input)).toThrow(
      expect.objectContaining({ fields: { 'rhk.0.kind': expect.any(String), 'rhk.0.weight': expect.any(String) } }),
    )
  })

  it('takes the settings of a tenant', () => {
    const input = { polarity: 'MAXIMIZE', target: 10, realisation: 20 }
    expect(computeRule('F1', { ...input, cap: 150 })).toEqual({ status: 'OK', pct: 150 })
    expect(computeRule('F1', { ...input, settings: { cap: 110 } })).toEqual({ status: 'OK', pct: 110 })
    expect(computeRule('F6', { orgPredikat: 'ISTIMEWA', counts: { SB: 3 }, settings: { distMinN: 3 } })).toMatchObject({
      enforced: true,
    })
  })
})

describe('tera rule', () => {
  it('answers one line for each line, bare values included', async () => {
    expect(await run('level', '89.99\n90\r\n\n110')).toEqual({ exitCode: 0, lines: ['DI_BAWAH', 'SESUAI', 'DI_ATAS'] })
    expect(await run('F20', '{"ms":null}\n{"ms":80}\n')).toEqual({ exitCode: 0, lines: [null, 80] })
    expect(await run('F4', '{"hasil":"DI_ATAS","perilaku":"DI_BAWAH"}')).toEqual({ exitCode: 0, lines: ['KURANG'] })
  })

  it('tells a bad line and goes on', async () => {
    const { exitCode, lines } = await run('F9', '{"population":100}\n{"population":\n{"population":0}\n{"population":500}\n')
    expect(exitCode).toBe(1)
    expect(lines).toEqual([
      80,
      { error: { code: 'INVALID_INPUT', message: 'The input is not JSON.', fields: { input: expect.any(String) } } },
      { error: { code: 'INVALID_INPUT', message: 'The input of F9 is invalid.', fields: { population: expect.any(String) } } },
      217,
    ])
  })

  it('reads a file that starts with a byte order mark', async () => {
    expect(await run('level', '\uFEFF100\n')).toEqual({ exitCode: 0, lines: ['SESUAI'] })
  })

  it('leaves the output open for its owner', async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done() })
    await runRules('level', Readable.from(['100\n']), output)
    expect(output.writableEnded).toBe(false)
  })

  it('refuses an unknown rule and names the known ones', async () => {
    await expect(run('F99', '')).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('F3a, F3b, F4') })
  })
})
