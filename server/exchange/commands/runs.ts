import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { ImportRun, Prisma } from '../../generated/prisma/client.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayContinue, mayImport } from '../policy.ts'
import { isAtWork } from '../queries/locks.ts'
import { type HeaderOverride, mapHeaders } from '../rules/headers.ts'
import { type ImportKindName, importKinds } from '../rules/kinds.ts'
import { headersInput } from './files.ts'

const kindNames = Object.keys(importKinds) as ImportKindName[]

/** A kept file, or, for a dry run alone, what is known of a file that is not kept. */
const source = z.union([
  z.strictObject({ fileId: z.uuid() }),
  z.strictObject({ fileName: z.string().trim().min(1).max(255), fileHash: z.string().length(43), headers: headersInput }),
])

/**
 * Prepares the reading of a file. `mapping` names the header of the file for a column, or null to leave the column out. `clockAt` is the
 * clock of the rules, so that a run can be repeated; `year` the performance year that the file is about.
 *
 * INVALID_INPUT: the file lacks a required column, or the mapping names what does not exist.
 */
export const startRun = command({
  input: z
    .strictObject({
      kind: z.enum(kindNames),
      source,
      isDryRun: z.boolean(),
      mapping: z.record(z.string().max(100), z.string().max(1_000).nullable()).optional(),
      clockAt: z.date(),
      year: z.int().min(2_000).max(2_100),
    })
    .refine(({ isDryRun, source: given }) => isDryRun || 'fileId' in given, 'Only a kept file can be read in.'),
  load: async (tx, { source: given }) => {
    if (!('fileId' in given)) return { id: null, ...given }
    return tx.importFile.findUnique({
      where: { id: given.fileId },
      select: { id: true, fileName: true, fileHash: true, headers: true },
    })
  },
  allow: mayImport,
  run: async ({ tx, input: { kind, isDryRun, mapping = {}, clockAt, year }, subject: file, actor }) => {
    refuseMissingColumns(kind, file.headers, mapping)
    const { id: fileId, fileName, fileHash, headers } = file
    const result = await tx.importRun.create({
      data: {
        ...{ kind, fileName, fileHash, headers: [...headers], fileId, isDryRun, mapping, clockAt, year },
        startedById: actor.kind === 'USER' ? actor.id : null,
      },
    })
    return {
      result,
      entity: { type: 'ImportRun', id: result.id },
      changes: { kind: [null, kind], fileName: [null, fileName], isDryRun: [null, isDryRun] },
    }
  },
  audit: 'import.started',
})

/** Takes up a run that was interrupted or that failed, where it stopped. CONFLICT while a file of its kind is being read in. */
export const continueRun = command({
  input: z.strictObject({ id: z.uuid() }),
  load: async (tx, { id }) => {
    const run = await lockedRun(tx, id)
    return run && { run, state: run.state, isAtWork: await isAtWork(tx, run.kind) }
  },
  allow: mayContinue,
  run: async ({ tx, subject: { run } }) => {
    const result = await tx.importRun.update({ where: { id: run.id }, data: { state: 'RECEIVED', failure: null } })
    return {
      result,
      entity: { type: 'ImportRun', id: run.id },
      changes: { state: [run.state, 'RECEIVED'], committedRows: [run.committedRows, run.committedRows] },
    }
  },
  audit: 'import.continued',
})

/** Records why a run stopped, so that whoever started it learns of it. */
export const failRun = command({
  input: z.strictObject({ id: z.uuid(), failure: z.string().max(2_000) }),
  load: (tx, { id }) => lockedRun(tx, id),
  allow: mayImport,
  run: async ({ tx, input: { id, failure }, subject }) => {
    const state = subject.state === 'FINISHED' ? 'FINISHED' : 'FAILED'
    const result = await tx.importRun.update({ where: { id }, data: { state, failure } })
    return { result, entity: { type: 'ImportRun', id }, changes: { state: [subject.state, state] }, reason: failure }
  },
  audit: 'import.failed',
})

/** The run, its row locked to the end of the transaction. */
export async function lockedRun(tx: Transaction, id: string): Promise<ImportRun | null> {
  await tx.$queryRaw`SELECT id FROM import_run WHERE id = ${id}::uuid FOR UPDATE`
  return tx.importRun.findUnique({ where: { id } })
}

/** Columns chosen by a person, as the run stores them. */
export function mappingOf({ mapping }: { readonly mapping: Prisma.JsonValue }): Record<string, string | null> {
  return z.record(z.string(), z.string().nullable()).parse(mapping ?? {})
}

function refuseMissingColumns(kind: ImportKindName, headers: readonly string[], mapping: HeaderOverride<string>): void {
  const { missing } = mapHeaders<string>(importKinds[kind], headers, mapping)
  if (missing.length === 0) return
  const sentence = (header: string) => ({ id: `Kolom ${header} tidak ditemukan.`, en: `The column ${header} is missing.` })
  throw new DomainError(
    'INVALID_INPUT',
    {
      id: `Kolom wajib tidak ditemukan: ${missing.join(', ')}.`,
      en: `Required columns are missing: ${missing.join(', ')}.`,
    },
    Object.fromEntries(missing.map((header) => [`mapping.${header}`, sentence(header)])),
  )
}
