import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { reason } from '../../identity/commands/inputs.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import { command } from '../../transact.ts'
import { mayIdentify } from '../policy.ts'
import { entityOf, lockComplaint } from './locks.ts'
import { unsealIdentity } from './sealed-identity.ts'

/**
 * Opens who complained, for a reason. Each look is a row of the audit trail with the reader and the reason, and without the name. Errors: FORBIDDEN,
 * WRONG_STATE: it was filed without a name, or the name was erased; UNAVAILABLE: the key is not on this server.
 */
export function openIdentity(keys: QuarterKeys) {
  return command({
    input: z.strictObject({ id: z.uuid(), reason }),
    load: async (tx, { id }, actor) => {
      const complaint = await lockComplaint(tx, id, actor)
      if (!complaint) return null
      const identity = await tx.complaintIdentity.findUnique({ where: { complaintId: id } })
      return { ...complaint, hasIdentity: identity?.sealed != null, identity }
    },
    allow: (actor, complaint) => mayIdentify(actor, complaint),
    run: async ({ input: { id, reason: why }, subject: complaint }) => {
      const { keyName = '', sealed = null } = complaint.identity ?? {}
      const key = await keys.find(keyName)
      if (!key || !sealed) {
        throw new DomainError('UNAVAILABLE', {
          id: 'Kunci identitas pelapor tidak ada pada server ini.',
          en: 'The key of the name is not on this server.',
        })
      }
      return { result: unsealIdentity(key, id, sealed), entity: entityOf(complaint), reason: why }
    },
    audit: 'complaint.identityOpened',
  })
}
