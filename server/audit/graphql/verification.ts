import { builder } from '../../builder.ts'
import { canEverywhere } from '../../identity/policy.ts'
import { type Verification, verifyAuditChain } from '../queries/verify.ts'

const AuditVerification = builder.objectRef<Verification>('AuditVerification').implement({
  description: 'Whether the audit trail is the one that was written: every entry there, linked and unaltered.',
  authScopes: { permission: 'audit.read' },
  fields: (t) => ({
    events: t.int({ description: 'Entries in order, up to the first fault.', resolve: ({ events }) => Number(events) }),
    isIntact: t.exposeBoolean('isIntact', { description: 'True when nothing is wrong.' }),
    firstBrokenSequence: t.int({
      nullable: true,
      description: 'Number of the first broken entry.',
      resolve: ({ firstBrokenSequence }) => (firstBrokenSequence === null ? null : Number(firstBrokenSequence)),
    }),
    fault: t.exposeString('fault', {
      nullable: true,
      description:
        'MISSING: there is no entry of that number. ALTERED: it is not what was hashed. UNLINKED: it does not follow from the one before.',
    }),
    headHash: t.string({
      description:
        'Hash of the last entry in order. Noted elsewhere, it proves later that nothing up to here was changed or cut off.',
      resolve: ({ head }) => head.hash,
    }),
  }),
})

builder.queryField('auditVerification', (t) =>
  t.field({
    type: AuditVerification,
    description: 'Recomputes the whole chain; the effort grows with the trail, so requests of one moment share one run.',
    authScopes: (_root, _args, { actor }) => canEverywhere(actor, 'audit.read'),
    resolve: (_root, _args, { db }) => verifyOnce(db),
  }),
)

type Db = Parameters<typeof verifyAuditChain>[0]

const running = new WeakMap<Db, Promise<Verification>>()

function verifyOnce(db: Db): Promise<Verification> {
  const shared = running.get(db)
  if (shared) return shared
  const started = verifyAuditChain(db).finally(() => running.delete(db))
  running.set(db, started)
  return started
}
