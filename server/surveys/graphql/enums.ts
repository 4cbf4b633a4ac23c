import { builder } from '../../builder.ts'

export const SurveyStateEnum = builder.enumType('SurveyState', {
  description: 'Where a survey stands (domain G2).',
  values: {
    RANCANGAN: { description: 'Draft.' },
    AKTIF: { description: 'Open to respondents.' },
    DITUTUP: { description: 'Closed; the official result is frozen.' },
    DIPUBLIKASI: { description: 'The official result may be published.' },
  } as const,
})

export const SurveyAccessEnum = builder.enumType('SurveyAccess', {
  description: 'Who may answer.',
  values: {
    TICKET: { description: 'Whoever holds a ticket, once.' },
    OPEN: { description: 'Anybody with the address.' },
  } as const,
})

export const CommentStateEnum = builder.enumType('CommentState', {
  description: 'Where a comment stands.',
  values: {
    WAITING: { description: 'Nobody has read it for personal data yet.' },
    RELEASED: { description: 'May be shown beside the result.' },
    WITHHELD: { description: 'Held back.' },
  } as const,
})

export const FindingKindEnum = builder.enumType('SurveyFindingKind', {
  description: 'What the check of integrity found.',
  values: {
    BURST: { description: 'One device gave at least ten answers of nothing but 4 within an hour (LOCAL).' },
    REPEATED_DEVICE: { description: 'One device gave at least ten answers that were counted together (LOCAL).' },
  } as const,
})

export const MutuEnum = builder.enumType('Mutu', {
  description: 'Class of an index of satisfaction (PermenPANRB 14/2017).',
  values: {
    A: { description: 'Sangat Baik, 88.31 to 100.' },
    B: { description: 'Baik, 76.61 to 88.30.' },
    C: { description: 'Kurang Baik, 65.00 to 76.60.' },
    D: { description: 'Tidak Baik, below 65.00.' },
  } as const,
})
