/** Types of records that have a page in the console. */
const pages: Record<string, string> = {
  Employee: 'employees',
  Unit: 'units',
  Indicator: 'indicators',
  Appraisal: 'appraisals',
  ImportRun: 'imports',
  User: 'users',
}

export function pageOf(type: string, id: string): string | null {
  const resource = pages[type]
  return resource ? `/${resource}/${id}/show` : null
}
