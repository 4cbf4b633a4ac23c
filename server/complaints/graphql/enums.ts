import { builder } from '../../builder.ts'

export const ComplaintStateEnum = builder.enumType('ComplaintState', {
  description: 'Where a complaint stands (domain E2).',
  values: {
    DITERIMA: { description: 'Received.' },
    DIVERIFIKASI: { description: 'Verified: unit, category and class are known.' },
    DIDISPOSISI: { description: 'Assigned to an employee.' },
    DIPROSES: { description: 'In progress.' },
    DIJAWAB: { description: 'Answered in substance; the citizen may respond.' },
    SELESAI: { description: 'Closed by the citizen, or by the end of the time for a response.' },
    DITOLAK: { description: 'Not pursued: a duplicate, out of scope, spam, or withdrawn.' },
    DITERUSKAN: { description: 'Forwarded to the agency that it belongs to.' },
    DIBUKA_KEMBALI: { description: 'Opened again by the citizen.' },
  } as const,
})

export const ComplaintQueueEnum = builder.enumType('ComplaintQueue', {
  description: 'Who works on a complaint.',
  values: {
    DESK: { description: 'The complaint desk.' },
    INSPECTORATE: { description: 'The inspectorate alone: a named official is concerned.' },
  } as const,
})

export const ComplaintChannelEnum = builder.enumType('ComplaintChannel', {
  description: 'How a complaint came in.',
  values: {
    WEB: { description: 'The public page.' },
    LAPOR: { description: 'SP4N-LAPOR!' },
    LOKET: { description: 'At a counter.' },
    WA: { description: 'A messenger.' },
    SURAT: { description: 'A letter.' },
    LAINNYA: { description: 'Another way.' },
  } as const,
})

export const ComplaintCategoryEnum = builder.enumType('ComplaintCategory', {
  description: 'What a complaint, or an issue of a forum, is about.',
  values: {
    WAKTU_LAYANAN: { description: 'Time of service.' },
    SIKAP_PETUGAS: { description: 'Conduct of officers.' },
    FASILITAS: { description: 'Facilities.' },
    BIAYA: { description: 'Fees.' },
    ADMINISTRASI: { description: 'Paperwork.' },
    INFORMASI: { description: 'Information.' },
    LAINNYA: { description: 'Something else.' },
  } as const,
})

export const ComplaintClassEnum = builder.enumType('ComplaintClass', {
  description: 'The class that sets the time for an answer, in working days (PermenPANRB 62/2018).',
  values: {
    NORMATIF: { description: 'Information or a normative answer: 5 working days (setting `slaNormative`).' },
    NON_PENGAWASAN: { description: 'No examination needed: 14 working days (setting `slaNonSupervision`).' },
    PENGAWASAN: { description: 'Needs an examination of the supervision type: 60 working days (setting `slaSupervision`).' },
  } as const,
})

export const ComplaintExclusionEnum = builder.enumType('ComplaintExclusion', {
  description: 'Why a complaint counts in no rate (F15).',
  values: {
    DUPLICATE: { description: 'It repeats another one.' },
    OUT_OF_SCOPE: { description: 'No matter of the city.' },
    WITHDRAWN: { description: 'The citizen took it back.' },
    SPAM: { description: 'No complaint at all.' },
  } as const,
})

export const ComplaintFindingEnum = builder.enumType('ComplaintFinding', {
  description: 'What the inspectorate found; never a sanction.',
  values: { TERBUKTI: { description: 'Substantiated.' }, TIDAK_TERBUKTI: { description: 'Not substantiated.' } } as const,
})

export const ComplaintMessageKindEnum = builder.enumType('ComplaintMessageKind', {
  description: 'What kind of words stand in a complaint.',
  values: {
    QUESTION: { description: 'The office asks the citizen.' },
    REPLY: { description: 'The citizen adds something.' },
    ANSWER: { description: 'The answer of the office.' },
    REOPENING: { description: 'Why the citizen opened it again.' },
    NOTE: { description: 'A note of the office that the citizen never reads.' },
  } as const,
})
