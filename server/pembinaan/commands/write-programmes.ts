import { type EvaluationDesign, type ParticipantState, Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'

type Source = { readonly importRunId: string }

/** A programme as a file tells it. Dates are `YYYY-MM-DD`, amounts exact decimal texts; unit and indicator are stored already. */
export type ProgrammeEntry = {
  readonly code: string
  readonly name: string
  readonly formId: number
  readonly provider: string
  readonly startsOn: string
  readonly endsOn: string
  readonly capacity: number | null
  readonly jp: string | null
  readonly budget: string | null
  readonly ceiling: string | null
  readonly unitCode: string
  readonly targetGroup: string | null
  readonly indicatorCode: string | null
  readonly design: EvaluationDesign | null
  readonly state: string
  readonly sourceHash: string
}

/** Enters programmes in one statement; a kernel of the import commands, as is the other here. */
export async function writeProgrammes(
  tx: Transaction,
  records: readonly ProgrammeEntry[],
  { importRunId }: Source,
): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO pembinaan_programme (id, code, name, form_id, provider, starts_on, ends_on, capacity, jp, budget, ceiling, state, unit_id, target_group,
      primary_indicator_id, design, import_run_id, source_hash)
    SELECT "row".id, "row".code, "row".name, form_id, provider, starts_on, ends_on, capacity, jp, budget, ceiling, "row".state, u.id, target_group,
      i.id, "row".design, ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      code: ['text', ({ code }) => code],
      name: ['text', ({ name }) => name],
      form_id: ['smallint', ({ formId }) => formId],
      provider: ['text', ({ provider }) => provider],
      starts_on: ['date', ({ startsOn }) => startsOn],
      ends_on: ['date', ({ endsOn }) => endsOn],
      capacity: ['int', ({ capacity }) => capacity],
      jp: ['numeric', ({ jp }) => jp],
      budget: ['numeric', ({ budget }) => budget],
      ceiling: ['numeric', ({ ceiling }) => ceiling],
      state: ['programme_state', ({ state }) => state],
      unit_code: ['text', ({ unitCode }) => unitCode],
      target_group: ['text', ({ targetGroup }) => targetGroup],
      indicator_code: ['text', ({ indicatorCode }) => indicatorCode],
      design: ['evaluation_design', ({ design }) => design],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN unit u ON u.code = "row".unit_code
    LEFT JOIN indicator i ON i.code = "row".indicator_code`)
  expectAll(written, records)
}

/** What a file tells of one person in one programme. */
export type ParticipantEntry = {
  readonly programmeCode: string
  readonly nip: string
  readonly state: ParticipantState
  readonly attendance: string | null
  readonly jp: string | null
  readonly minutes: number | null
  readonly certificateNumber: string | null
  readonly isVerified: boolean
  readonly preScore: string | null
  readonly postScore: string | null
  readonly completedOn: string | null
  readonly sourceHash: string
}

/** Enters participants in the order given: of equal certificates the first counts. */
export async function writeParticipants(
  tx: Transaction,
  records: readonly ParticipantEntry[],
  { importRunId }: Source,
): Promise<void> {
  const numbered = records.map((record, index) => ({ ...record, index }))
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO participant (id, programme_id, employee_id, state, attendance_pct, jp, minutes, certificate_number, is_verified, pre_score, post_score,
      completed_on, import_run_id, source_hash)
    SELECT "row".id, p.id, e.id, "row".state, attendance_pct, "row".jp, minutes, certificate_number, is_verified, pre_score, post_score, completed_on,
      ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(numbered, {
      id: ['uuid', () => newId()],
      index: ['int', ({ index }) => index],
      programme_code: ['text', ({ programmeCode }) => programmeCode],
      nip: ['text', ({ nip }) => nip],
      state: ['participant_state', ({ state }) => state],
      attendance_pct: ['numeric', ({ attendance }) => attendance],
      jp: ['numeric', ({ jp }) => jp],
      minutes: ['int', ({ minutes }) => minutes],
      certificate_number: ['text', ({ certificateNumber }) => certificateNumber],
      is_verified: ['boolean', ({ isVerified }) => isVerified],
      pre_score: ['numeric', ({ preScore }) => preScore],
      post_score: ['numeric', ({ postScore }) => postScore],
      completed_on: ['date', ({ completedOn }) => completedOn],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN pembinaan_programme p ON p.code = "row".programme_code
    JOIN employee e ON e.nip = "row".nip
    ORDER BY "row".index`)
  expectAll(written, records)
}
