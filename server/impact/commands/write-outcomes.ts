import { Prisma, type SiteGroup } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'

type Source = { readonly importRunId: string }

/** An outcome as a file tells it; programme and unit are stored already. Numbers are exact decimal texts. */
export type OutcomeEntry = {
  readonly programmeCode: string
  readonly unitCode: string
  readonly arm: 'DILATIH' | 'PEMBANDING'
  readonly phase: 'PRA' | 'PASCA'
  /** First day of the month, `YYYY-MM-DD`. */
  readonly month: string
  readonly cases: string
  readonly successes: string
  readonly sourceHash: string
}

/** What an outcome is called where the programme names no primary indicator. */
const unnamedOutcome = 'LUARAN'

/** Enters outcomes in one statement; a kernel of the import commands, as is the other here. */
export async function writeOutcomes(tx: Transaction, records: readonly OutcomeEntry[], { importRunId }: Source): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO outcome_point (id, programme_id, outcome, unit_id, arm, phase, month, numerator, denominator, source, import_run_id, source_hash)
    SELECT "row".id, g.id, coalesce(i.code, ${unnamedOutcome}), u.id, "row".arm, "row".phase, "row".month, "row".successes, "row".cases, 'IMPORT',
      ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      programme_code: ['text', ({ programmeCode }) => programmeCode],
      unit_code: ['text', ({ unitCode }) => unitCode],
      arm: ['outcome_arm', ({ arm }) => arm],
      phase: ['outcome_phase', ({ phase }) => phase],
      month: ['date', ({ month }) => month],
      successes: ['numeric', ({ successes }) => successes],
      cases: ['numeric', ({ cases }) => cases],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN pembinaan_programme g ON g.code = "row".programme_code JOIN unit u ON u.code = "row".unit_code
    LEFT JOIN indicator i ON i.id = g.primary_indicator_id`)
  expectAll(written, records)
}

/** Crashes of a site in a quarter as a file tells them. */
export type CrashEntry = {
  readonly site: string
  readonly siteGroup: SiteGroup
  readonly nip: string | null
  readonly year: number
  readonly quarter: number
  readonly crashes: number
  readonly deaths: number
  readonly exposure: string
  readonly sourceHash: string
}

export async function writeCrashes(tx: Transaction, records: readonly CrashEntry[], { importRunId }: Source): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO crash_count (id, site, site_group, employee_id, year, quarter, crashes, deaths, exposure, import_run_id, source_hash)
    SELECT "row".id, site, "row".site_group, e.id, year, quarter, crashes, deaths, exposure, ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      site: ['text', ({ site }) => site],
      site_group: ['site_group', ({ siteGroup }) => siteGroup],
      nip: ['text', ({ nip }) => nip],
      year: ['smallint', ({ year }) => year],
      quarter: ['smallint', ({ quarter }) => quarter],
      crashes: ['int', ({ crashes }) => crashes],
      deaths: ['int', ({ deaths }) => deaths],
      exposure: ['numeric', ({ exposure }) => exposure],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })} LEFT JOIN employee e ON e.nip = "row".nip`)
  expectAll(written, records)
}
