/** Performance of teachers and principals is managed on the national platform and only imported (SE BKN 11/2023, domain A13). */
export function isImportOnly(positionTitle: string): boolean {
  return /^(Guru|Kepala Sekolah)/.test(positionTitle)
}
