import { auditEventList } from './audit/queries/export.ts'
import type { ExportList } from './exchange/queries/list-spec.ts'
import { exportLists } from './exchange/queries/lists.ts'

/** Every list that is written out as a file, by the name in its address: those of the exchange, and those of later areas. */
export const allExportLists: Readonly<Record<string, ExportList>> = { ...exportLists, 'audit-events': auditEventList }
