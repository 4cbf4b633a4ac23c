/** How the values of a made-up record answer: with something, or with nothing. */
export type World = 'SOMETHING' | 'NOTHING'

export type Told = {
  readonly world: World
  /** Properties that answer with this value wherever they stand. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Names of the properties that were asked for. */
  readonly asked?: Set<string>
  /** Properties that a copy of the record has (`{ ...record }`). */
  readonly own: readonly string[]
}

const instant = new Date('2026-08-14T03:00:00Z')

/**
 * A record without content, for asking a policy whom it lets through: every property leads on to another one like it, lists hold one of them, and no id
 * belongs to anybody. In the world of NOTHING ids and dates are null, conditions false and lists empty.
 */
export function anything(told: Told): unknown {
  const { world, fixed = {}, asked, own } = told
  const methods: Readonly<Record<string, unknown>> = {
    includes: () => false,
    has: () => false,
    some: (test: (one: unknown) => unknown) => Boolean(test(anything(told))),
    every: (test: (one: unknown) => unknown) => Boolean(test(anything(told))),
    filter: (test: (one: unknown) => unknown) => (test(anything(told)) ? [anything(told)] : []),
    map: (make: (one: unknown) => unknown) => [make(anything(told))],
    flatMap: (make: (one: unknown) => unknown) => [make(anything(told))].flat(),
    find: () => anything(told),
    length: 1,
    getTime: () => instant.getTime(),
    toISOString: () => instant.toISOString(),
    toLocaleDateString: () => '14 August 2026',
    join: () => 'something',
    trim: () => 'something',
  }
  const answerOf = (name: string | symbol): unknown => {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 1 : 'something')
    if (name === Symbol.iterator) return () => [anything(told)].values()
    if (typeof name === 'symbol' || name === 'then') return undefined
    asked?.add(name)
    if (Object.hasOwn(fixed, name)) return fixed[name]
    if (Object.hasOwn(methods, name)) return methods[name]
    return world === 'NOTHING' ? nothingFor(name, told) : anything(told)
  }
  return new Proxy(() => undefined, {
    get: (_target, name) => answerOf(name),
    apply: () => anything(told),
    ownKeys: () => [...own],
    getOwnPropertyDescriptor: (_target, name) => ({ configurable: true, enumerable: true, value: answerOf(name) }),
  })
}

function nothingFor(name: string, told: Told): unknown {
  // Each record is about somebody.
  if (name === 'employeeId') return anything(told)
  if (/(Id|At|On|By|Until|Reason)$/.test(name)) return null
  if (/^(is|has)[A-Z]/.test(name)) return false
  return /(Ids|s)$/.test(name) ? [] : anything(told)
}
