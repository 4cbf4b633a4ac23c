import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GraphQLSchema } from 'graphql'
import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import { sendJson } from '../http/answers.ts'
import { readBody } from '../http/body.ts'
import type { RouteHandler, Routes } from '../http/routes.ts'
import type { Actor } from '../identity/policy.ts'
import { encodeId, found, idOf, notFound } from '../list.ts'
import { execute } from '../transact.ts'
import { inspectFile } from './commands/background.ts'
import { receiveFile } from './commands/files.ts'
import { mayImport } from './policy.ts'
import { exportFile, exportFormats, isExportFormat } from './queries/export-file.ts'
import { readFilter } from './queries/filters.ts'
import type { ExportList } from './queries/list-spec.ts'
import { rejectedCsv } from './queries/rejected.ts'
import { visibleImportRuns } from './queries/runs.ts'
import { maxFileBytes } from './readers.ts'
import { guessKind } from './rules/kinds.ts'

const sampleRows = 5
const uploadMs = 240_000

type Parts = {
  readonly database: Database
  readonly schema: GraphQLSchema
  readonly lists: Readonly<Record<string, ExportList>>
}

/** The addresses for files: what goes in, and what comes out. */
export function createRoutes(parts: Parts): Routes {
  return {
    'POST /imports': receive(parts),
    'GET /imports/:id/rejected.csv': sendRejected(parts),
    'GET /exports/:file': sendList(parts),
  }
}

/** Takes a file as the bare body, with its name (percent-encoded) in `x-file-name`, and answers what is in it. */
function receive({ database }: Parts): RouteHandler {
  return async (request, response, actor, { now, device }) => {
    const verdict = mayImport(actor)
    if (verdict !== true) throw signedIn(actor, new DomainError(verdict.code, verdict.reason))
    const fileName = fileNameOf(request)
    const bytes = await readBody(request, { bytes: maxFileBytes, timeoutMs: uploadMs })
    const inspection = await inspectFile(bytes, sampleRows)
    const headers = [...inspection.headers]
    const file = await execute(database, receiveFile, { fileName, headers, bytes: new Uint8Array(bytes) }, { actor, now, device })
    const guessedKind = guessKind(headers)
    sendJson(
      response,
      201,
      { uploadId: encodeId('ImportFile', file.id), fileName, guessedKind, ...inspection },
      { 'cache-control': 'no-store' },
    )
  }
}

/** The rejected rows of a run as a file to mend and send again. */
function sendRejected({ database }: Parts): RouteHandler {
  return async (_request, response, actor, { params }) => {
    const id = idOf('ImportRun', params.id ?? '')
    const run = found(await database.prisma.importRun.findFirst({ where: { AND: [{ id }, visibleImportRuns(actor)] } }))
    const name = `${run.fileName.replace(/\.[^.]*$/, '')}-ditolak.csv`
    await sendFile(response, Readable.from(rejectedCsv(database.prisma, run), { objectMode: false }), name, exportFormats.csv)
  }
}

/** `/exports/employees.csv?filter={…}`: a list of the console, whole. */
function sendList({ database, schema, lists }: Parts): RouteHandler {
  return async (_request, response, actor, { params, url, language, now }) => {
    const [name = '', format = ''] = (params.file ?? '').split('.')
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (!list || !isExportFormat(format)) throw notFound()
    if (!list.mayExport(actor)) throw signedIn(actor, new DomainError('FORBIDDEN'))
    const filter = readFilter(schema, list.filterType, url.searchParams.get('filter'))
    const file = exportFile(list, { db: database.prisma, actor, language, now }, filter, format)
    await sendFile(response, file, `tera-${name}.${format}`, exportFormats[format])
  }
}

/** The first bytes are there before the header goes, so that a fault still becomes a coded answer. */
async function sendFile(response: ServerResponse, file: Readable, name: string, type: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    file.once('readable', resolve).once('error', reject)
  })
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  response.setHeader('cache-control', 'no-store')
  await pipeline(file, response)
}

function signedIn(actor: Actor, otherwise: DomainError): DomainError {
  return actor.kind === 'ANONYMOUS' ? new DomainError('UNAUTHENTICATED') : otherwise
}

function fileNameOf(request: IncomingMessage): string {
  const header = request.headers['x-file-name']
  const sentence = { id: 'Header x-file-name berisi nama berkas.', en: 'The header x-file-name holds the name of the file.' }
  if (typeof header !== 'string' || header === '') throw new DomainError('INVALID_INPUT', sentence, { 'x-file-name': sentence })
  try {
    return decodeURIComponent(header)
  } catch (error) {
    if (error instanceof URIError) throw new DomainError('INVALID_INPUT', sentence, { 'x-file-name': sentence })
    throw error
  }
}
