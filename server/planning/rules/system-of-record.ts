/** How the positions begin whose performance is managed on the national platform and only imported (SE BKN 11/2023, domain A13). */
export const importOnlyTitles = ['Guru', 'Kepala Sekolah'] as const

export function isImportOnly(positionTitle: string): boolean {
  return importOnlyTitles.some((title) => positionTitle.startsWith(title))
}
