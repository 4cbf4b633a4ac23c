import { PredikatEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'

const LegacySchemeEnum = builder.enumType('LegacyScheme', {
  description: 'Shares of the plan and of behaviour in a result of 2019–2021 (PP 30/2019 art. 41).',
  values: {
    S70_30: { value: '70_30', description: '70 % plan, 30 % behaviour: no opinion of peers and subordinates is asked.' },
    S60_40: { value: '60_40', description: '60 % plan, 40 % behaviour: it is asked.' },
  } as const,
})

builder.prismaNode('LegacyResult', {
  id: { field: 'id' },
  description:
    'A result of 2019–2021 under PP 30/2019, as it was read in (F5). It never counts as a result of the present rules.',
  authScopes: ({ employeeId }, context) => seesEmployee(context, employeeId, 'appraisals'),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Year, 2019 to 2021.' }),
    skpValue: t.expose('skpValue', { type: 'Decimal', description: 'Value of the plan, 0 to 120.' }),
    perilaku: t.expose('perilaku', { type: 'Decimal', description: 'Value of behaviour, 0 to 120.' }),
    scheme: t.field({
      type: LegacySchemeEnum,
      select: { scheme: true },
      description: 'Their shares.',
      resolve: ({ scheme }) => (scheme === '60_40' ? '60_40' : '70_30'),
    }),
    newIdea: t.exposeBoolean('newIdea', {
      description: 'A new idea or method with benefit, without which Sangat Baik was out of reach.',
    }),
    value: t.expose('value', { type: 'Decimal', description: 'Value of the work, two decimals.' }),
    predikat: t.expose('predikat', {
      type: PredikatEnum,
      description: 'Predikat by the bands of then; Cukup is told as BUTUH_PERBAIKAN, its name since 2022.',
    }),
    source: t.exposeString('source', { description: 'Document that it was read from.' }),
  }),
})

builder.prismaObjectField(Employee, 'legacyResults', (t) =>
  t.relatedConnection('legacyResults', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Results of 2019–2021 (PP 30/2019), newest first.',
    query: { orderBy: [{ year: 'desc' }, { id: 'desc' }] },
  }),
)
