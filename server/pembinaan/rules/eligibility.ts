import type { EmploymentType, PositionKind } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

/** Who may take part; empty lists exclude nobody. */
export type Eligibility = {
  readonly eligibleKinds: readonly PositionKind[]
  readonly eligibleTypes: readonly EmploymentType[]
  readonly eligibleUnitIds: readonly string[]
}

export type Applicant = {
  readonly positionKind: PositionKind | null
  readonly employmentType: EmploymentType
  /** The unit of placement with every unit above it. */
  readonly underUnitIds: readonly string[]
  readonly isServing: boolean
}

/** Why somebody may not take part; null when they may. */
export function ineligibleBecause(rule: Eligibility, applicant: Applicant): Sentence | null {
  if (!applicant.isServing) return { id: 'Pegawai ini tidak lagi bertugas.', en: 'This employee no longer serves.' }
  const { positionKind } = applicant
  if (rule.eligibleKinds.length > 0 && (positionKind === null || !rule.eligibleKinds.includes(positionKind)))
    return { id: 'Jenis jabatannya bukan sasaran program ini.', en: 'The programme is not meant for this kind of position.' }
  if (rule.eligibleTypes.length > 0 && !rule.eligibleTypes.includes(applicant.employmentType))
    return {
      id: 'Status kepegawaiannya bukan sasaran program ini.',
      en: 'The programme is not meant for this employment status.',
    }
  if (rule.eligibleUnitIds.length > 0 && !rule.eligibleUnitIds.some((id) => applicant.underUnitIds.includes(id)))
    return { id: 'Unitnya bukan sasaran program ini.', en: 'The programme is not meant for this unit.' }
  return null
}
