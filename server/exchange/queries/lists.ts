import { appraisals, indicators, periods } from './appraisal-lists.ts'
import type { ExportList } from './list-spec.ts'
import { imports, users } from './office-lists.ts'
import { dataIssues, employees, units } from './staff-lists.ts'

/** Lists by the name in their address, `/exports/employees.csv`. Later areas add theirs. */
export const exportLists: Readonly<Record<string, ExportList>> = {
  employees,
  units,
  appraisals,
  indicators,
  periods,
  'data-issues': dataIssues,
  imports,
  users,
}
