import { type EmploymentType, type LegalStanding, type PositionKind, Prisma, type Sex } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import { employeeSearchText } from '../rules/names.ts'
import { lockStructure } from './due-changes.ts'

/** An employee as a staff list names them. Dates are `YYYY-MM-DD`; the unit is stored already. */
export type EmployeeRecord = {
  readonly nip: string
  readonly name: string
  readonly titleBefore: string | null
  readonly titleAfter: string | null
  readonly birthPlace: string | null
  readonly birthOn: string | null
  readonly sex: Sex | null
  readonly employmentType: EmploymentType
  readonly legalStanding: LegalStanding
  readonly golongan: string | null
  readonly golonganFrom: string | null
  readonly positionTitle: string
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly positionFrom: string | null
  readonly unitCode: string
  readonly email: string | null
  readonly phone: string | null
  readonly sourceHash: string
}

/** Enters many employees in one statement, without their superiors: see `linkSuperiors`. A kernel of the import commands. */
export async function writeEmployees(
  tx: Transaction,
  records: readonly EmployeeRecord[],
  { importRunId }: { readonly importRunId: string },
): Promise<void> {
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO employee (id, nip, name, title_before, title_after, search_text, birth_place, birth_on, sex, employment_type, legal_standing,
      golongan, golongan_from, position_title, position_kind, position_level, position_from, unit_id, email, phone, import_run_id, source_hash)
    SELECT "row".id, nip, "row".name, title_before, title_after, search_text, birth_place, birth_on, sex, employment_type, legal_standing,
      golongan, golongan_from, position_title, position_kind, position_level, position_from, u.id, email, phone, ${importRunId}::uuid,
      "row".source_hash
    FROM ${unnest(records, {
      id: ['uuid', () => newId()],
      nip: ['text', ({ nip }) => nip],
      name: ['text', ({ name }) => name],
      title_before: ['text', ({ titleBefore }) => titleBefore],
      title_after: ['text', ({ titleAfter }) => titleAfter],
      search_text: ['text', employeeSearchText],
      birth_place: ['text', ({ birthPlace }) => birthPlace],
      birth_on: ['date', ({ birthOn }) => birthOn],
      sex: ['sex', ({ sex }) => sex],
      employment_type: ['employment_type', ({ employmentType }) => employmentType],
      legal_standing: ['legal_standing', ({ legalStanding }) => legalStanding],
      golongan: ['text', ({ golongan }) => golongan],
      golongan_from: ['date', ({ golonganFrom }) => golonganFrom],
      position_title: ['text', ({ positionTitle }) => positionTitle],
      position_kind: ['position_kind', ({ positionKind }) => positionKind],
      position_level: ['text', ({ positionLevel }) => positionLevel],
      position_from: ['date', ({ positionFrom }) => positionFrom],
      unit_code: ['text', ({ unitCode }) => unitCode],
      email: ['text', ({ email }) => email],
      phone: ['text', ({ phone }) => phone],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN unit u ON u.code = "row".unit_code`)
  expectAll(written, records)
}

export type SuperiorLink = { readonly nip: string; readonly superiorNip: string; readonly validFrom: string }

/**
 * Gives employees without any reporting line their first one, and the superior that follows from it. The caller has made sure that no
 * circle closes and that `validFrom` has come; both people are stored already. Somebody who was given a superior since keeps that one.
 */
export async function linkSuperiors(tx: Transaction, links: readonly SuperiorLink[]): Promise<void> {
  await lockStructure(tx)
  await tx.$executeRaw(Prisma.sql`
    WITH link AS MATERIALIZED (
      SELECT "row".id, e.id AS employee_id, s.id AS superior_id, "row".valid_from
      FROM ${unnest(links, {
        id: ['uuid', () => newId()],
        nip: ['text', ({ nip }) => nip],
        superior_nip: ['text', ({ superiorNip }) => superiorNip],
        valid_from: ['date', ({ validFrom }) => validFrom],
      })}
      JOIN employee e ON e.nip = "row".nip JOIN employee s ON s.nip = "row".superior_nip
      WHERE NOT EXISTS (SELECT FROM reporting_line l WHERE l.employee_id = e.id)
    ), line AS (
      INSERT INTO reporting_line (id, employee_id, superior_id, valid_from) SELECT id, employee_id, superior_id, valid_from FROM link
    )
    UPDATE employee e SET superior_id = link.superior_id FROM link WHERE e.id = link.employee_id`)
}
