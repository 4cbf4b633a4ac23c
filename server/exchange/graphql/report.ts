import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import type { DocumentReport, ImportReport } from '../rules/outcome.ts'
import { isRowCode, rowCodes } from '../rules/row-codes.ts'

type Count = { readonly code: string; readonly count: number }

const ImportCodeCount = builder.objectRef<Count>('ImportCodeCount').implement({
  description: 'How many rows carry a code.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code.' }),
    count: t.exposeInt('count', { description: 'Rows; one with several codes counts under each.' }),
    message: t.string({
      description: 'What is wrong and what to do, in the language of the caller.',
      resolve: ({ code }, _args, { language }) => (isRowCode(code) ? say(rowCodes[code], language) : code),
    }),
  }),
})

const ImportDocumentReport = builder.objectRef<DocumentReport>('ImportDocumentReport').implement({
  description: 'Counts of plans in a file of plans: a plan is accepted or rejected as a whole.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Plans in the file.' }),
    accepted: t.exposeInt('accepted', { description: 'Plans that were accepted.' }),
    rejected: t.exposeInt('rejected', { description: 'Plans that were rejected.' }),
    rejectedByCode: t.field({
      type: [ImportCodeCount],
      description: 'Rejected plans by the code that decided.',
      resolve: ({ rejectedByCode }) => countsOf(rejectedByCode),
    }),
    warningsByCode: t.field({
      type: [ImportCodeCount],
      description: 'Warnings about whole plans.',
      resolve: ({ warningsByCode }) => countsOf(warningsByCode),
    }),
  }),
})

export const ImportReportRef = builder.objectRef<ImportReport>('ImportReport').implement({
  description: 'Counts of a run: rows = accepted + skipped + rejected, accepted = acceptedClean + acceptedWithWarning.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    rows: t.exposeInt('rows', { description: 'Records of the file that were judged.' }),
    accepted: t.exposeInt('accepted', { description: 'Rows that are stored, or would be after a dry run.' }),
    acceptedClean: t.exposeInt('acceptedClean', { description: 'Accepted rows that nothing speaks against.' }),
    acceptedWithWarning: t.exposeInt('acceptedWithWarning', { description: 'Accepted rows that somebody should look at.' }),
    skipped: t.exposeInt('skipped', { description: 'Rows that are stored already with the same content.' }),
    rejected: t.exposeInt('rejected', { description: 'Rows that are not stored.' }),
    ignoredBlankLines: t.exposeInt('ignoredBlankLines', { description: 'Blank records, which count as no row.' }),
    ignoredTotals: t.exposeInt('ignoredTotals', { description: 'Records of totals, which count as no row.' }),
    rejectedByCode: t.field({
      type: [ImportCodeCount],
      description: 'Rejected rows by code, most frequent first.',
      resolve: ({ rejectedByCode }) => countsOf(rejectedByCode),
    }),
    warningsByCode: t.field({
      type: [ImportCodeCount],
      description: 'Warnings by code, most frequent first.',
      resolve: ({ warningsByCode }) => countsOf(warningsByCode),
    }),
    documents: t.field({
      type: ImportDocumentReport,
      nullable: true,
      description: 'Counts of plans, for a file of plans once it is read to its end.',
      resolve: ({ documents }) => documents ?? null,
    }),
  }),
})

function countsOf(counts: Readonly<Partial<Record<string, number>>>): Count[] {
  const list = Object.entries(counts).map(([code, count = 0]) => ({ code, count }))
  return list.sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
}
