import { builder } from '../../builder.ts'

export const RoleEnum = builder.enumType('Role', {
  description: 'A role; what a penilai may do follows from the reporting line and needs none.',
  values: {
    ADMIN: { description: 'Administrator: everything within the units of the grant, users and settings included.' },
    TIM_KINERJA: {
      description: 'Performance team (tim pengelola kinerja, BKPSDM): indicators, periods, measurements, appraisals.',
    },
    INSPECTOR: { description: 'Inspectorate: reads all of it and the audit trail, changes nothing.' },
    TEAM_MEMBER: { description: 'Member of a monitoring team.' },
    EMPLOYEE: { description: 'Employee: sees themself and those whom they appraise.' },
    INTEGRATOR: { description: 'Another system, by a token.' },
  },
})

export const LanguageEnum = builder.enumType('Language', {
  description: 'A language in which Tera speaks.',
  values: { ID: { description: 'Indonesian.' }, EN: { description: 'English.' } },
})
