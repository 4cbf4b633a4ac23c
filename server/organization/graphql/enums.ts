import { builder } from '../../builder.ts'

export const UnitTypeEnum = builder.enumType('UnitType', {
  description: 'Kind of an organisation unit (C5).',
  values: {
    PEMDA: { description: 'The regional government as a whole.' },
    SETDA: { description: 'Sekretariat Daerah.' },
    SETWAN: { description: 'Sekretariat DPRD.' },
    INSPEKTORAT: { description: 'Inspektorat.' },
    DINAS: { description: 'Dinas.' },
    BADAN: { description: 'Badan.' },
    KECAMATAN: { description: 'Kecamatan.' },
    KELURAHAN: { description: 'Kelurahan.' },
    UPTD: { description: 'Unit pelaksana teknis daerah.' },
    SEKOLAH: { description: 'School.' },
    PUSKESMAS: { description: 'Community health centre.' },
    RSUD: { description: 'Regional general hospital.' },
    BAGIAN: { description: 'Bagian, or the secretariat of an office.' },
    BIDANG: { description: 'Bidang.' },
    SEKSI: { description: 'Seksi or subbagian.' },
    TIM_KERJA: { description: 'Working team.' },
  },
})

export const SexEnum = builder.enumType('Sex', {
  description: 'Sex as in the fifteenth digit of a PNS NIP.',
  values: { MALE: { description: 'Laki-laki.' }, FEMALE: { description: 'Perempuan.' } },
})

export const EmploymentTypeEnum = builder.enumType('EmploymentType', {
  description: 'Status kepegawaian (C2).',
  values: {
    PNS: { description: 'Pegawai negeri sipil.' },
    CPNS: { description: 'Calon pegawai negeri sipil.' },
    PPPK: { description: 'Pegawai pemerintah dengan perjanjian kerja.' },
    PPPK_PARUH_WAKTU: { description: 'Part-time PPPK.' },
  },
})

export const LegalStandingEnum = builder.enumType('LegalStanding', {
  description: 'Kedudukan hukum (C2), each with its SIASN code.',
  values: {
    AKTIF: { description: 'SIASN 01, in service.' },
    CLTN: { description: 'SIASN 02, leave outside the charge of the state.' },
    TUGAS_BELAJAR: { description: 'SIASN 03, study assignment.' },
    PEMBERHENTIAN_SEMENTARA: { description: 'SIASN 04, suspended.' },
    HUKUMAN_DISIPLIN: { description: 'SIASN 15, under a disciplinary sanction.' },
    MPP: { description: 'SIASN 20, preparing for retirement.' },
    DIBERHENTIKAN: { description: 'SIASN 66, dismissed.' },
    PEMBERHENTIAN_DENGAN_HAK_PENSIUN: { description: 'SIASN 88, discharged with a pension.' },
    PEMBERHENTIAN_TANPA_HAK_PENSIUN: { description: 'SIASN 77, discharged without a pension.' },
    PENSIUN: { description: 'SIASN 99, retired.' },
  },
})

export const PositionKindEnum = builder.enumType('PositionKind', {
  description: 'Jenis jabatan (C4).',
  values: {
    STRUKTURAL: { description: 'SIASN 1, managerial position.' },
    FUNGSIONAL: { description: 'SIASN 2, jabatan fungsional tertentu.' },
    PELAKSANA: { description: 'SIASN 4, pelaksana (fungsional umum).' },
  },
})

export const AssignmentKindEnum = builder.enumType('AssignmentKind', {
  description: 'How a position or a reporting line is held (C4).',
  values: {
    DEFINITIF: { description: 'Definitive.' },
    PLT: { description: 'Pelaksana tugas, acting.' },
    PLH: { description: 'Pelaksana harian, day-to-day.' },
    PJ: { description: 'Penjabat.' },
    TT: { description: 'Tugas tambahan, additional duty.' },
  },
})

export const DisciplineLevelEnum = builder.enumType('DisciplineLevel', {
  description: 'Level of a disciplinary sanction (PP 94/2021).',
  values: { RINGAN: { description: 'Light.' }, SEDANG: { description: 'Medium.' }, BERAT: { description: 'Heavy.' } },
})

export const DataIssueStateEnum = builder.enumType('DataIssueState', {
  description: 'Where a data issue stands.',
  values: {
    OPEN: { description: 'Waits for somebody to look at it.' },
    RESOLVED: { description: 'The data were mended.' },
    DISMISSED: { description: 'Looked at and left as it is, with a reason.' },
  },
})

export const IssueResolutionEnum = builder.enumType('IssueResolution', {
  description: 'How a data issue is closed.',
  values: {
    RESOLVED: { description: 'The data were mended.' },
    DISMISSED: { description: 'The data are right as they are; the same fault is not reported again.' },
  },
})
