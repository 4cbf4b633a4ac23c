import type { PredikatCounts } from '../../appraisals/rules/distribution.ts'
import { builder } from '../../builder.ts'

export const SpreadType = builder.objectRef<PredikatCounts>('PredikatSpread').implement({
  description: 'People by predikat.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    SANGAT_BAIK: t.exposeInt('SB', { description: 'Sangat baik.' }),
    BAIK: t.exposeInt('B', { description: 'Baik.' }),
    BUTUH_PERBAIKAN: t.exposeInt('BP', { description: 'Butuh perbaikan.' }),
    KURANG: t.exposeInt('K', { description: 'Kurang.' }),
    SANGAT_KURANG: t.exposeInt('SK', { description: 'Sangat kurang.' }),
  }),
})
