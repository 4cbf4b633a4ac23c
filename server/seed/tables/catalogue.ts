import type { SeedDefinition } from './definition.ts'
import { ratio } from './definition.ts'
import { officeIndicators } from './office-indicators.ts'
import { serviceIndicators } from './service-indicators.ts'

/** The catalogue in force in both years, by code. */
export const catalogue = { ...serviceIndicators, ...officeIndicators } satisfies Record<string, SeedDefinition>

export type IndicatorCode = keyof typeof catalogue

/** Which demo account edited what: nobody approves their own draft. */
export type Editor = 'admin' | 'timkinerja'

/** Definitions that are on their way: each state of the life of a version shows once. */
export const drafts = {
  /** Replaces version 1 when this year begins. */
  superseding: {
    code: 'CMP-01',
    editor: 'timkinerja',
    approver: 'admin',
    change: { name: 'Pengaduan ditangani tuntas dalam satu hari', target: 78, minDenominator: 5 },
  },
  /** Waits for somebody else to approve it. */
  inReview: [
    { code: 'TRN-01', editor: 'timkinerja', change: { target: 3.6 } },
    { code: 'GEN-01', editor: 'admin', change: { target: 86, levelLow: 92, levelHigh: 108 } },
  ],
  /** Being written: a change of an indicator in force. */
  edited: { code: 'HLT-03', editor: 'timkinerja', change: { target: 88, exclusions: 'Pelayanan darurat' } },
} as const satisfies {
  superseding: { code: IndicatorCode; editor: Editor; approver: Editor; change: Partial<SeedDefinition> }
  inReview: readonly { code: IndicatorCode; editor: Editor; change: Partial<SeedDefinition> }[]
  edited: { code: IndicatorCode; editor: Editor; change: Partial<SeedDefinition> }
}

/** An indicator that was never published. */
export const proposal = {
  code: 'LIB-01',
  editor: 'timkinerja',
  definition: ratio({
    name: 'Arsip dinamis tertata',
    target: 80,
    numeratorText: 'berkas tertata',
    denominatorText: 'berkas diperiksa',
    sourceSystem: 'Uji petik arsip',
    sourceOwner: 'Dinas Perpustakaan dan Kearsipan',
  }),
} as const satisfies { code: string; editor: Editor; definition: SeedDefinition }
