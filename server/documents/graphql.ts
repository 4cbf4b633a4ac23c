import { Action, namedVerdicts } from '../actions.ts'
import { Appraisal } from '../appraisals/graphql/appraisal.ts'
import { AppraisalStateEnum } from '../appraisals/graphql/enums.ts'
import { seesRating } from '../appraisals/policy.ts'
import { builder } from '../builder.ts'
import { encodeId, found, idOf } from '../list.ts'
import { guardBy } from '../node-guards.ts'
import { unitsAbove } from '../recognition/queries/facts.ts'
import { revokeDossier } from './commands/dossiers.ts'
import { printAppraisal } from './commands/print.ts'
import { mayPrint, mayRevoke } from './policy.ts'
import { visibleDossiers } from './queries.ts'

const Dossier = builder.prismaNode('Dossier', {
  id: { field: 'id' },
  description:
    'A printed dossier of an appraisal: a PDF that is known by its hashes, and verified by its code at `/verifikasi/<code>` without showing personal data.',
  authScopes: { signedIn: true },
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What its QR code leads to.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 over its content, as printed on each page.' }),
    fileHash: t.exposeString('fileHash', { description: 'SHA-256 over the bytes of the PDF.' }),
    issue: t.exposeInt('issue', { description: '1, and one more for each print that was revoked before it.' }),
    state: t.expose('state', { type: AppraisalStateEnum, description: 'How the appraisal stood when it was printed.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was printed.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked.' }),
    revokedReason: t.exposeString('revokedReason', { nullable: true, description: 'Why.' }),
    downloadPath: t.string({
      description: 'Address of the PDF on this server, for those who see the appraisal.',
      resolve: ({ id }) => `/dossiers/${encodeId('Dossier', id)}.pdf`,
    }),
    actions: t.field({
      type: [Action],
      select: { revokedAt: true, appraisal: { select: { unitId: true } } },
      description: 'REVOKE_DOSSIER, with the reason where not.',
      resolve: async ({ revokedAt, appraisal }, _args, context) => {
        const underUnitIds = await unitsAbove(context, 'documents.revoke', appraisal.unitId)
        return namedVerdicts({ REVOKE_DOSSIER: mayRevoke(context.actor, { revokedAt, underUnitIds }) })
      },
    }),
  }),
})

builder.prismaObjectFields(Appraisal, (t) => ({
  dossiers: t.relatedConnection('dossiers', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: (appraisal, _args, { actor }) => seesRating(actor, appraisal),
    description: 'Printed dossiers, newest first.',
    query: (_args, { actor, now }) => ({ where: visibleDossiers(actor, now), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
  documentActions: t.field({
    type: [Action],
    select: { state: true },
    description: 'PRINT_DOSSIER, with the reason where not.',
    resolve: ({ state }, _args, { actor }) => namedVerdicts({ PRINT_DOSSIER: mayPrint(actor, { state }) }),
  }),
}))

const RevokeDossierInput = builder.inputType('RevokeDossierInput', {
  description: 'A printed dossier that is no longer valid.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    reason: t.string({ required: true, description: 'Why, 10 to 1,000 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  printDossier: t.prismaField({
    type: Dossier,
    description:
      'The dossier of an appraisal as it stands, from its delivery on: the one that was printed of the same content before, or a new one. One audit row for a new one.',
    authScopes: { signedIn: true },
    args: { appraisalId: t.arg.id({ required: true, description: 'The appraisal.' }) },
    resolve: async (query, _root, { appraisalId }, context) => {
      const { id } = await printAppraisal(context, idOf('Appraisal', appraisalId))
      return found(await context.db.dossier.findUnique({ ...query, where: { id } }))
    },
  }),
  revokeDossier: t.prismaField({
    type: Dossier,
    description: 'Revokes a printed dossier; the page of verification then says so.',
    authScopes: { permission: 'documents.revoke' },
    args: { input: t.arg({ type: RevokeDossierInput, required: true, description: 'Which one, and why.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { id } = await execute(revokeDossier, { ...input, id: idOf('Dossier', input.id) })
      return db.dossier.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))

guardBy(
  'Dossier',
  ({ actor, now }) => visibleDossiers(actor, now),
  (db, where) => db.dossier.findMany({ where, select: { id: true } }),
)
