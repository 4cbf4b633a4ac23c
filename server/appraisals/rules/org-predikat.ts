import type { OrgPredikat } from './distribution.ts'
import type { Level } from './indicator-achievement.ts'

const levels = {
  ISTIMEWA: 'DI_ATAS',
  BAIK: 'SESUAI',
  BUTUH_PERBAIKAN: 'DI_BAWAH',
  KURANG: 'DI_BAWAH',
  SANGAT_KURANG: 'DI_BAWAH',
} as const satisfies Record<OrgPredikat, Level>

/** The result of a unit is the hasil kerja of the one who leads it (SE MenPANRB 3/2023); which level stands for which predikat is LOCAL (domain A8). */
export function resultFromOrgPredikat(predikat: OrgPredikat): Level {
  return levels[predikat]
}
