import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { SetupError } from '../setup-error.ts'

/**
 * The form of a backup: JSON lines, compressed with gzip. First the head; then each table: a line that names it, its rows (arrays), and a
 * line with their number and checksum; last the end. A file without its end is no backup.
 */
const head = z.strictObject({
  tera: z.literal('backup'),
  format: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
})
const table = z.strictObject({ table: z.string(), columns: z.array(z.tuple([z.string(), z.string()])) })
const sum = z.strictObject({ rows: z.int().min(0), sha256: z.string() })
const end = z.strictObject({
  tables: z.int(),
  audit: z.strictObject({ events: z.string(), head: z.string(), isIntact: z.boolean() }),
})

export type Head = z.infer<typeof head>
export type TableLine = z.infer<typeof table>
export type Sum = z.infer<typeof sum>
export type End = z.infer<typeof end>

/** What a reader does with the parts of a backup, in their order. */
export type Visitor = {
  readonly head?: (head: Head) => Promise<void>
  readonly table?: (table: TableLine) => Promise<void>
  readonly rows?: (table: TableLine, lines: readonly string[]) => Promise<void>
  readonly sum?: (table: TableLine, sum: Sum) => Promise<void>
}

/** Checksum of rows as they come: SHA-256 of their lines. */
export class Checksum {
  readonly #hash = createHash('sha256')
  #rows = 0

  add(lines: readonly string[]): void {
    this.#rows += lines.length
    for (const line of lines) this.#hash.update(line).update('\n')
  }

  sum(): Sum {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}

/**
 * Writes a backup: under another name until it is whole and on the disk, and for the eyes of its owner only. Throws {@link SetupError}
 * when the file is there already.
 */
export async function writeBackup(file: string, write: (line: (text: string) => Promise<void>) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new SetupError(`${file} exists already. Choose another name; a backup is never overwritten.`)
  const partial = `${file}.${process.pid}.partial`
  try {
    const gzip = createGzip()
    const stored = pipeline(gzip, createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
    const written = write(async (text) => {
      if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, 'drain'), stored])
    }).then(() => gzip.end())
    await Promise.all([stored, written.catch((error: Error) => gzip.destroy(error))])
    const handle = await open(partial, 'r')
    await handle.sync()
    await handle.close()
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

const linesAtOnce = 1_000
const charactersAtOnce = 4_000_000

/** Reads a backup from its first to its last byte and checks each checksum. Throws {@link SetupError} that says what is damaged. */
export async function readBackup(
  file: string,
  visitor: Visitor = {},
): Promise<{ head: Head; tables: ReadonlyMap<string, Sum>; end: End }> {
  if (!existsSync(file)) throw new SetupError(`There is no file ${file}.`)
  const sums = new Map<string, Sum>()
  let first: Head | undefined
  let last: End | undefined
  let current: { table: TableLine; checksum: Checksum } | undefined
  let waiting: string[] = []
  let size = 0
  const flush = async () => {
    if (!current || waiting.length === 0) return
    current.checksum.add(waiting)
    await visitor.rows?.(current.table, waiting)
    waiting = []
    size = 0
  }
  for await (const line of linesOf(file)) {
    if (last) throw damaged(file, 'something follows its end')
    if (!first) {
      first = parse(file, head, line)
      await visitor.head?.(first)
    } else if (current && line.startsWith('[')) {
      waiting.push(line)
      size += line.length
      if (waiting.length >= linesAtOnce || size >= charactersAtOnce) await flush()
    } else if (current) {
      await flush()
      const { table: name } = current.table
      const noted = parse(file, sum, line)
      const found = current.checksum.sum()
      if (noted.rows !== found.rows || noted.sha256 !== found.sha256)
        throw damaged(file, `the checksum of table ${name} is wrong`)
      sums.set(name, noted)
      await visitor.sum?.(current.table, noted)
      current = undefined
    } else if (line.startsWith('{"table"')) {
      current = { table: parse(file, table, line), checksum: new Checksum() }
      await visitor.table?.(current.table)
    } else last = parse(file, end, line)
  }
  if (!first || !last) throw damaged(file, 'its end is missing')
  if (last.tables !== sums.size) throw damaged(file, 'tables are missing')
  return { head: first, tables: sums, end: last }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  gunzip.setEncoding('utf8')
  // A row with a file in it comes in thousands of pieces: they are put together once.
  let begun: string[] = []
  try {
    for await (const text of gunzip as AsyncIterable<string>) {
      const [first = '', ...others] = text.split('\n')
      begun.push(first)
      for (const next of others) {
        yield begun.join('')
        begun = [next]
      }
    }
  } catch (error) {
    throw damaged(file, (error as Error).message, error)
  } finally {
    source.destroy()
  }
  const rest = begun.join('')
  if (rest) yield rest
}

function parse<T>(file: string, schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line))
  } catch (error) {
    throw damaged(file, `this line does not belong there: ${line.slice(0, 60)}`, error)
  }
}

const damaged = (file: string, what: string, cause?: unknown) =>
  new SetupError(`${file} is damaged or no backup of Tera: ${what}. Nothing was restored from it; take another backup.`, {
    cause,
  })
