import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { say } from '../../language.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { reportOf } from '../commands/import-run.ts'
import { mappingOf } from '../commands/runs.ts'
import { importActions } from '../policy.ts'
import { isAtWork } from '../queries/locks.ts'
import { importRowWhere, importRunWhere, visibleImportRuns } from '../queries/runs.ts'
import { mapHeaders } from '../rules/headers.ts'
import { importKinds, isImportKind } from '../rules/kinds.ts'
import { isRowCode, rowCodes } from '../rules/row-codes.ts'
import { ImportReportRef } from './report.ts'

export const ImportStateEnum = builder.enumType('ImportState', {
  description: 'Where the reading of a file stands.',
  values: {
    RECEIVED: { description: 'The file is being judged; nothing is written yet.' },
    RUNNING: { description: 'Rows are being written, or the process was killed while it did so.' },
    FINISHED: { description: 'Read to its end.' },
    FAILED: { description: 'Stopped by a fault; `failure` tells which. It can be continued.' },
  },
})

const RowOutcomeEnum = builder.enumType('ImportRowOutcome', {
  description: 'What happened to a row.',
  values: {
    ACCEPTED: { description: 'Stored.' },
    ACCEPTED_WITH_WARNING: { description: 'Stored, and listed among the data issues.' },
    SKIPPED: { description: 'Stored already, with the same content.' },
    REJECTED: { description: 'Not stored; it can be mended and sent again.' },
  },
})

builder.prismaObject('ImportRow', {
  description: 'A row of a file that was not simply accepted, with its cells.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Physical line where the record starts, or row of the sheet; from 1.' }),
    outcome: t.expose('outcome', { type: RowOutcomeEnum, description: 'What happened to it.' }),
    codes: t.exposeStringList('codes', { description: 'Codes of what is wrong, or of the warnings.' }),
    column: t.exposeString('column', { nullable: true, description: 'Header of the column that the first code is about.' }),
    cells: t.exposeStringList('cells', { description: 'Cells as they were sent.' }),
    messages: t.stringList({
      description: 'A sentence for each code, in the language of the caller.',
      select: { codes: true },
      resolve: ({ codes }, _args, { language }) => codes.map((code) => (isRowCode(code) ? say(rowCodes[code], language) : code)),
    }),
  }),
})

const ImportRowFilter = builder.inputType('ImportRowFilter', {
  description: 'Which rows to list; conditions add up.',
  fields: (t) => ({
    outcome: t.field({ type: RowOutcomeEnum, description: 'What happened to them.' }),
    code: t.string({ description: 'With this code.' }),
  }),
})

export const ImportRun = builder.prismaNode('ImportRun', {
  id: { field: 'id' },
  description: 'The reading of one file, dry or for real.',
  authScopes: (_run, { actor }) => canEverywhere(actor, 'imports.run'),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Kind of file, as in `importKinds`.' }),
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
    isDryRun: t.exposeBoolean('isDryRun', { description: 'True when rows are judged and nothing is written.' }),
    state: t.expose('state', { type: ImportStateEnum, description: 'Where it stands.' }),
    year: t.exposeInt('year', { description: 'Performance year that the file is about.' }),
    clockAt: t.expose('clockAt', { type: 'DateTime', description: 'The clock that is handed to the rules.' }),
    totalRows: t.exposeInt('totalRows', { description: 'Rows of the file; 0 until it is judged.' }),
    committedRows: t.exposeInt('committedRows', { description: 'Rows that are done.' }),
    headers: t.exposeStringList('headers', { description: 'Headers of the file, in its order.' }),
    unknownHeaders: t.stringList({
      description: 'Headers of the file that nothing reads.',
      select: { kind: true, headers: true, mapping: true },
      resolve: ({ kind, headers, mapping }) =>
        isImportKind(kind) ? [...mapHeaders<string>(importKinds[kind], headers, mappingOf({ mapping })).unknown] : [],
    }),
    report: t.field({
      type: ImportReportRef,
      nullable: true,
      description: 'Counts so far, or at the end; empty before the first rows are done.',
      select: { report: true },
      resolve: ({ report }) => (report === null ? null : reportOf({ report })),
    }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it stopped: a code and a sentence.' }),
    startedBy: t.string({
      nullable: true,
      description: 'Name of the person who started it; empty for the command line and for tokens.',
      select: { startedBy: { select: { displayName: true } } },
      resolve: ({ startedBy }) => startedBy?.displayName ?? null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it was done.' }),
    uploadId: t.id({
      nullable: true,
      description: 'The kept file, with which a dry run is followed by the real one; empty once it was read in.',
      select: { fileId: true },
      resolve: ({ fileId }) => (fileId === null ? null : encodeId('ImportFile', fileId)),
    }),
    rejectedUrl: t.string({
      description: 'Address of the rejected rows as a file to mend and send again.',
      select: { id: true },
      resolve: ({ id }) => `/imports/${encodeId('ImportRun', id)}/rejected.csv`,
    }),
    rows: t.relatedConnection('rows', {
      cursor: 'importRunId_line',
      totalCount: true,
      args: { filter: t.arg({ type: ImportRowFilter, description: 'Which rows.' }) },
      description: 'Rows that were not simply accepted, in the order of the file.',
      query: ({ filter }) => ({ where: importRowWhere(filter ?? {}), orderBy: { line: 'asc' } }),
    }),
    actions: t.field({
      type: [Action],
      description: 'CONTINUE_IMPORT, and whether the caller may do it now.',
      select: { state: true, kind: true },
      resolve: async ({ state, kind }, _args, { actor, db, loaders }) => {
        const isBusy =
          state !== 'FINISHED' &&
          (await loaders.load('import.atWork', kind, (kinds) => Promise.all(kinds.map((one) => isAtWork(db, one)))))
        return namedVerdicts(importActions(actor, { state, isAtWork: isBusy }))
      },
    }),
  }),
})

const ImportRunFilter = builder.inputType('ImportRunFilter', {
  description: 'Which runs to list; conditions add up.',
  fields: (t) => ({
    kind: t.string({ description: 'Kind of file.' }),
    state: t.field({ type: ImportStateEnum, description: 'Where they stand.' }),
  }),
})

builder.queryFields((t) => ({
  importRun: t.prismaField({
    type: ImportRun,
    description: 'One run by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { permission: 'imports.run' },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.importRun.findFirst({ ...query, where: { AND: [{ id: idOf('ImportRun', id) }, visibleImportRuns(actor)] } }),
      ),
  }),
  importRuns: t.prismaConnection({
    type: ImportRun,
    cursor: 'id',
    description: 'Runs, newest first.',
    authScopes: { permission: 'imports.run' },
    args: { filter: t.arg({ type: ImportRunFilter, description: 'Which runs.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.importRun.count({ where: { AND: [importRunWhere(filter ?? {}), visibleImportRuns(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.importRun.findMany({
        ...withOffset(query, offset),
        where: { AND: [importRunWhere(filter ?? {}), visibleImportRuns(actor)] },
        orderBy: { id: 'desc' },
      }),
  }),
}))
