import { builder } from '../../builder.ts'
import { type ChecklistItem, checklistItems } from '../rules/words.ts'

export const MonitoringTeamStateEnum = builder.enumType('MonitoringTeamState', {
  description: 'Where a monitoring team stands.',
  values: {
    RANCANGAN: { description: 'A draft.' },
    AKTIF: { description: 'Appointed by decree.' },
    SELESAI: { description: 'Its work is done.' },
    DIBATALKAN: { description: 'The draft was called off.' },
  } as const,
})

export const MonitoringRoleEnum = builder.enumType('MonitoringRole', {
  description: 'What a member is in a team.',
  values: {
    KETUA: { description: 'Leads it and reviews.' },
    SEKRETARIS: { description: 'Reviews as well.' },
    ANGGOTA: { description: 'Files checkpoints.' },
  } as const,
})

export const MonitoringOriginEnum = builder.enumType('MonitoringOrigin', {
  description: 'Whom a member speaks for (domain D6).',
  values: {
    BKPSDM: { description: 'The personnel agency.' },
    PERANGKAT_DAERAH: { description: 'The line office.' },
    INSPEKTORAT: { description: 'The inspectorate.' },
    MASYARAKAT: { description: 'The community.' },
  } as const,
})

export const CheckpointStateEnum = builder.enumType('CheckpointState', {
  description: 'Where a checkpoint stands (domain G2).',
  values: {
    TERJADWAL: { description: 'Its day has not come.' },
    JATUH_TEMPO: { description: 'Due: it can be filed.' },
    TERLEWAT: { description: 'Overdue by more than seven days (LOCAL); it can still be filed.' },
    DIISI: { description: 'Filed; waits for a review.' },
    DIREVIU: { description: 'Reviewed.' },
    TUTUP: { description: 'Closed.' },
  } as const,
})

export const FindingClassEnum = builder.enumType('FindingClass', {
  description: 'What was found.',
  values: {
    BAIK: { description: 'Good.' },
    PERLU_TINDAK: { description: 'Something needs to be done.' },
    KRITIS: { description: 'Critical.' },
  } as const,
})

export const ChecklistItemEnum = builder.enumType('ChecklistItem', {
  description: 'What a monitor looks for (LOCAL).',
  values: Object.fromEntries(Object.entries(checklistItems).map(([code, { en }]) => [code, { description: `${en}.` }])) as Record<
    ChecklistItem,
    { description: string }
  >,
})
