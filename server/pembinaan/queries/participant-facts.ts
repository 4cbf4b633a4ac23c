import type { Context } from '../../context.ts'
import type { Participant } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { ParticipantFacts } from '../policy/programmes.ts'
import { type LoadedProgramme, lockedProgramme, programmeFacts } from './programme-facts.ts'

/** A participant with the programme, both rows locked: the programme first, as everywhere. */
export async function lockedParticipant(
  tx: Transaction,
  id: string,
): Promise<(Participant & { programme: LoadedProgramme }) | null> {
  const known = await tx.participant.findUnique({ where: { id }, select: { programmeId: true } })
  const programme = known && (await lockedProgramme(tx, known.programmeId))
  const row = programme && (await tx.participant.findUnique({ where: { id } }))
  return row && programme && { ...row, programme }
}

/** What the policy must know of a participant; three statements for all that an answer asks for. */
export async function participantFacts(
  context: Pick<Context, 'db' | 'loaders'>,
  row: Pick<Participant, 'state' | 'revision' | 'employeeId' | 'programmeId'>,
): Promise<ParticipantFacts | null> {
  const programme = await programmeFacts(context, row.programmeId)
  return programme && { ...row, programme }
}
