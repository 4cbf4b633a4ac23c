import type { Database } from './db.ts'
import type { Door } from './identity/commands/sign-in.ts'
import type { Actor } from './identity/policy.ts'
import type { Language } from './language.ts'
import type { Topic } from './live/topics.ts'
import type { Change } from './live.ts'
import { Loaders } from './loaders.ts'
import type { RecordViews, View } from './record-views.ts'
import { type Command, execute } from './transact.ts'

/** What every resolver gets: who asks, when, and the two ways to the data: reads over `db`, writes by commands. */
export type Context = {
  readonly database: Database
  readonly db: Database['reads']
  readonly actor: Actor
  readonly now: Date
  readonly language: Language
  readonly device: string | undefined
  readonly loaders: Loaders
  /** The way in and out for a visitor over HTTP; undefined elsewhere. */
  readonly door: Door | undefined
  /** Where people reach this server; undefined away from HTTP. */
  readonly publicUrl?: string
  /** Opens a stream of changes for a caller over HTTP; undefined elsewhere. */
  readonly hear?: (topics: readonly Topic[]) => AsyncIterableIterator<Change>
  /** Notes that the caller saw restricted data of a person; the row is written later. */
  readonly viewed: (view: View) => void
  readonly execute: <RawInput, Input, Subject, Result>(
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
  ) => Promise<Result>
}

export function createContext(
  database: Database,
  actor: Actor,
  now: Date,
  language: Language,
  device?: string,
  door?: Door,
  views?: RecordViews,
): Context {
  return {
    database,
    db: database.reads,
    actor,
    now,
    language,
    device,
    loaders: new Loaders(),
    door,
    viewed: (view) => views?.note(actor, view, now, device),
    execute: (spec, input) => execute(database, spec, input, { actor, now, device }),
  }
}
