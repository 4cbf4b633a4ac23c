import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import type { ImportRun as Run } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'
import { dayText } from '../../organization/rules/days.ts'
import { runInBackground } from '../commands/background.ts'
import { continueRun, startRun } from '../commands/runs.ts'
import { isImportKind } from '../rules/kinds.ts'
import { performanceYear } from '../rules/performance-year.ts'
import { ImportRun } from './run.ts'

const ColumnMapping = builder.inputType('ColumnMapping', {
  description: 'Which header of the file holds a column.',
  fields: (t) => ({
    column: t.string({ required: true, description: 'Key of the column, as in `importKinds`.' }),
    header: t.string({ description: 'Header of the file; null leaves the column out.' }),
  }),
})

const StartImportInput = builder.inputType('StartImportInput', {
  description: 'A file that was sent to `POST /imports`, and how to read it.',
  fields: (t) => ({
    uploadId: t.id({ required: true, description: '`uploadId` of the answer of `POST /imports`.' }),
    kind: t.string({ required: true, description: 'Kind of file, as in `importKinds`.' }),
    isDryRun: t.boolean({ required: true, description: 'True to judge every row and write nothing.' }),
    mapping: t.field({
      type: [ColumnMapping],
      description: 'Columns mapped by hand; the others are found by their headers.',
    }),
    year: t.int({
      description: 'Performance year of the file, 2000 to 2100; the running one when left out, until 10 January the last one.',
    }),
  }),
})

const ContinueImportInput = builder.inputType('ContinueImportInput', {
  description: 'A run that was interrupted.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id of the run.' }) }),
})

builder.mutationFields((t) => ({
  startImport: t.prismaField({
    type: ImportRun,
    description:
      'Starts the reading of a file; it goes on in the background, and `importRun` tells how far it is. Refuses INVALID_INPUT when a required column is missing, NOT_FOUND when the file is gone.',
    authScopes: { permission: 'imports.run' },
    args: { input: t.arg({ type: StartImportInput, required: true, description: 'The file and how to read it.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { uploadId, kind, isDryRun, mapping, year } = input
      const run = await context.execute(startRun, {
        kind: isImportKind(kind) ? kind : refuseKind(kind),
        source: { fileId: idOf('ImportFile', uploadId) },
        isDryRun,
        mapping: Object.fromEntries((mapping ?? []).map(({ column, header }) => [column, header ?? null])),
        clockAt: context.now,
        year: year ?? performanceYear(dayText(civilDate(context.now))),
      })
      return launched(context, run, query)
    },
  }),
  continueImport: t.prismaField({
    type: ImportRun,
    description:
      'Takes up a run that was interrupted, where it stopped. Refuses WRONG_STATE when it is finished, CONFLICT while it runs.',
    authScopes: { permission: 'imports.run' },
    args: { input: t.arg({ type: ContinueImportInput, required: true, description: 'The run.' }) },
    resolve: async (query, _root, { input }, context) =>
      launched(context, await context.execute(continueRun, { id: idOf('ImportRun', input.id) }), query),
  }),
}))

/** The answer does not wait for the work, which tells of itself on the run. */
async function launched({ database, db, actor, now, device }: Context, { id, fileId }: Run, query: object): Promise<Run> {
  const file = fileId === null ? null : await db.importFile.findUnique({ where: { id: fileId }, select: { size: true } })
  void runInBackground(database, { id, size: file?.size ?? 0 }, { actor, now, device })
  return db.importRun.findUniqueOrThrow({ ...query, where: { id } })
}

function refuseKind(kind: string): never {
  const sentence = { id: `Jenis berkas ${kind} tidak dikenal.`, en: `There is no kind ${kind}.` }
  throw new DomainError('INVALID_INPUT', sentence, { kind: sentence })
}
