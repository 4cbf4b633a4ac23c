import { builder } from '../../builder.ts'
import { exact, type Numeric, roundHalfUp } from '../../math.ts'
import { type Objectivity, objectivityOf, patternOf } from '../queries/objectivity.ts'
import type { DistributionCheck, DistributionViolation } from '../rules/distribution.ts'

const authScopes = { permission: 'aggregates.read' } as const

export const OrgPredikatEnum = builder.enumType('OrganisationPredikat', {
  description: 'Predikat of the performance of an organisation (PermenPANRB 6/2022).',
  values: {
    ISTIMEWA: { description: 'Outstanding.' },
    BAIK: { description: 'Good.' },
    BUTUH_PERBAIKAN: { description: 'Needs improvement.' },
    KURANG: { description: 'Poor.' },
    SANGAT_KURANG: { description: 'Very poor.' },
  } as const,
})

const ViolationType = builder.objectRef<DistributionViolation>('PatternDeviation').implement({
  description: 'One line of the pattern that the spread does not keep.',
  authScopes,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the line, such as `SB_MAX_70`.' }),
    isShare: t.boolean({
      description: 'True for a share in per cent, false for a number of people.',
      resolve: (line) => 'limitPct' in line,
    }),
    limit: t.float({ description: 'The limit.', resolve: (line) => ('limitPct' in line ? line.limitPct : line.limit) }),
    actual: t.float({
      description: 'What was counted; a share with two decimals.',
      resolve: (line) => ('limitPct' in line ? line.actualPct : line.actual),
    }),
  }),
})

export const PatternType = builder.objectRef<DistributionCheck>('PatternCheck').implement({
  description:
    'F6: a spread beside the pattern of SE MenPANRB 3/2023. A consideration for the leader, not a quota: it changes no predikat.',
  authScopes,
  fields: (t) => ({
    people: t.exposeInt('n', { description: 'People with a predikat, without whoever leads the unit.' }),
    isLargeEnough: t.exposeBoolean('enforced', {
      description: 'False below the setting `distMinN` (LOCAL): too few people for a pattern.',
    }),
    deviations: t.expose('violations', {
      type: [ViolationType],
      description: 'Lines that are not kept, in the order of the circular.',
    }),
    isModeUnexpected: t.exposeBoolean('modeMismatch', {
      description: 'True when another predikat is more frequent than the one that the pattern expects.',
    }),
  }),
})

const part = (value: Numeric | null) => (value === null ? null : roundHalfUp(exact(value), 2))

export const ObjectivityType = builder.objectRef<Objectivity>('Objectivity').implement({
  description:
    'F20 (LOCAL): how far the appraisals of a unit and everything below it rest on measurement. Never changes a predikat; read the components, not the index alone.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Index 0–100, two decimals: the weighted mean of the known components; empty when none is known.',
    }),
    level: t.exposeString('level', { nullable: true, description: 'STRONG from 75, PARTIAL from 50, else WEAK.' }),
    measuredShare: t.float({
      nullable: true,
      description: 'MS: share of the weight that is measured, in per cent.',
      resolve: ({ components }) => part(components.ms),
    }),
    evidence: t.float({
      nullable: true,
      description: 'EV: quality of the measurements, weighted, in per cent.',
      resolve: ({ components }) => part(components.ev),
    }),
    agreement: t.float({
      nullable: true,
      description: 'RA: agreement of raters; empty as long as nobody is judged twice.',
      resolve: ({ components }) => part(components.ra),
    }),
    severity: t.float({
      nullable: true,
      description: 'SEV: 100 when the superiors judge alike, less the further they lie apart.',
      resolve: ({ components }) => part(components.sev),
    }),
    distribution: t.float({
      nullable: true,
      description: 'DC: 100 when the spread keeps the pattern; empty without a predikat of the organisation.',
      resolve: ({ components }) => part(components.dc),
    }),
  }),
})

builder.queryFields((t) => {
  const periodKey = t.arg.string({ required: true, description: 'Period, `2025`.' })
  const underUnitId = t.arg.id({ description: 'Unit with everything below it; left out, the whole city.' })
  return {
    predikatPattern: t.field({
      type: PatternType,
      description: 'The spread of predikat beside the pattern for a predikat of the organisation.',
      authScopes,
      args: {
        periodKey,
        underUnitId,
        orgPredikat: t.arg({ type: OrgPredikatEnum, required: true, description: 'Predikat of the organisation.' }),
      },
      resolve: (_root, args, context) => patternOf(context, args),
    }),
    objectivity: t.field({
      type: ObjectivityType,
      description: 'Objectivity index with its components.',
      authScopes,
      args: {
        periodKey,
        underUnitId,
        orgPredikat: t.arg({ type: OrgPredikatEnum, description: 'Predikat of the organisation, for the component DC.' }),
      },
      resolve: (_root, args, context) => objectivityOf(context, args),
    }),
  }
})
