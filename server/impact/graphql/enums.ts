import { builder } from '../../builder.ts'
import { type ClaimLimit, claimLimits } from '../rules/claim.ts'

export const ClaimLevelEnum = builder.enumType('ClaimLevel', {
  description: 'How much a result may say (claim ladder, domain D8).',
  values: {
    DESKRIPTIF: { description: 'Describes: no comparison, too few, or no difference shown.' },
    ASOSIASI: { description: 'Associated with: a difference, of which the cause is open.' },
    BUKTI_KUASI: { description: 'Quasi-experimental evidence: parallel trends, matched, nothing else changed.' },
    BUKTI_KUAT: { description: 'Strong evidence: assigned by lot, parallel trends.' },
  } as const,
})

export const ImpactVerdictEnum = builder.enumType('ImpactVerdict', {
  description: 'What the comparison showed.',
  values: {
    NO_COMPARISON: { description: 'There is nobody to compare with.' },
    TOO_FEW: { description: 'Too few units or people to say.' },
    NO_DIFFERENCE_SHOWN: { description: 'No difference is shown; which is not "no effect".' },
    DIFFERENCE_SHOWN: { description: 'A difference is shown.' },
  } as const,
})

export const ClaimLimitEnum = builder.enumType('ClaimLimit', {
  description: 'Why a claim is not higher.',
  values: Object.fromEntries(Object.entries(claimLimits).map(([code, { en }]) => [code, { description: en }])) as Record<
    ClaimLimit,
    { description: string }
  >,
})

export const OutcomeArmEnum = builder.enumType('OutcomeArm', {
  description: 'Trained, or compared with.',
  values: { DILATIH: { description: 'Trained.' }, PEMBANDING: { description: 'Compared with.' } } as const,
})

export const OutcomePhaseEnum = builder.enumType('OutcomePhase', {
  description: 'Before or after a programme.',
  values: { PRA: { description: 'Before.' }, PASCA: { description: 'After.' } } as const,
})

export const SiteGroupEnum = builder.enumType('SiteGroup', {
  description: 'Why a road site is counted.',
  values: {
    PENANGANAN: { description: 'Works were done there.' },
    RAWAN: { description: 'Picked because last year was bad: it would get better by itself (regression to the mean).' },
    PEMBANDING: { description: 'For comparison.' },
  } as const,
})
