import { Action, namedVerdicts } from '../../actions.ts'
import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { seesRating } from '../../appraisals/policy.ts'
import { builder } from '../../builder.ts'
import { can, reachOf } from '../../identity/policy.ts'
import { Indicator } from '../../indicators/graphql/indicator.ts'
import { decodeId, encodeId, idOf, notFound } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { addNote, changeNote } from '../commands/notes.ts'
import { changeableUntil, mayChangeNote } from '../policy.ts'
import { notedTypes, recordOf, visibleNotes } from '../queries/notes.ts'

const Note = builder.prismaNode('Note', {
  id: { field: 'id' },
  description:
    'A remark of a person on one record, for those who may see the closed side of that record; never for the public, never for tokens. Its author may mend it for 24 hours (LOCAL).',
  authScopes: ({ id }, { actor, db, loaders, now }) =>
    actor.kind === 'USER' &&
    loaders.load('note.visible', id, async (ids) => {
      const rows = await db.note.findMany({
        where: { AND: [{ id: { in: [...ids] } }, visibleNotes(actor, now)] },
        select: { id: true },
      })
      const seen = new Set(rows.map((row) => row.id))
      return ids.map((one) => seen.has(one))
    }),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The remark, at most 2,000 characters.' }),
    authorLabel: t.exposeString('authorLabel', { description: 'Name of the author, as it was then.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', nullable: true, description: 'When it was mended last.' }),
    changeableUntil: t.field({
      type: 'DateTime',
      description: 'Until when the author may mend it: 24 hours (LOCAL).',
      select: { createdAt: true },
      resolve: changeableUntil,
    }),
    recordId: t.id({
      description: 'Global id of the record that it stands on.',
      select: { employeeId: true, unitId: true, indicatorId: true, appraisalId: true },
      resolve: (note) => {
        const { type, id } = recordOf(note)
        return encodeId(type, id)
      },
    }),
    actions: t.field({
      type: [Action],
      description: 'CHANGE_NOTE, and whether the caller may do it now.',
      select: { authorId: true, createdAt: true },
      resolve: (note, _args, { actor, now }) => namedVerdicts({ CHANGE_NOTE: mayChangeNote(actor, note, now) }),
    }),
  }),
})

const notes = {
  cursor: 'id',
  totalCount: true,
  nullable: true,
  description: 'Notes on this record, newest first; FORBIDDEN to those who may not see its closed side.',
} as const

const newestFirst = { id: 'desc' } as const

builder.prismaObjectField(Employee, 'notes', (t) =>
  t.relatedConnection('notes', {
    ...notes,
    authScopes: (employee, args, context) => context.actor.kind === 'USER' && guarded('private')(employee, args, context),
    query: (_args, { actor, now }) => ({ where: visibleNotes(actor, now), orderBy: newestFirst }),
  }),
)

builder.prismaObjectField(Unit, 'notes', (t) =>
  t.relatedConnection('notes', {
    ...notes,
    // Within which units is a matter of the rows.
    authScopes: (_unit, _args, { actor }) => actor.kind === 'USER' && reachOf(actor, 'organization.read').length > 0,
    query: (_args, { actor, now }) => ({ where: visibleNotes(actor, now), orderBy: newestFirst }),
  }),
)

builder.prismaObjectField(Indicator, 'notes', (t) =>
  t.relatedConnection('notes', {
    ...notes,
    authScopes: (_indicator, _args, { actor }) => actor.kind === 'USER' && can(actor, 'indicators.read'),
    query: (_args, { actor, now }) => ({ where: visibleNotes(actor, now), orderBy: newestFirst }),
  }),
)

builder.prismaObjectField(Appraisal, 'notes', (t) =>
  t.relatedConnection('notes', {
    ...notes,
    authScopes: ({ employeeId, state }, _args, { actor }) => actor.kind === 'USER' && seesRating(actor, { employeeId, state }),
    query: (_args, { actor, now }) => ({ where: visibleNotes(actor, now), orderBy: newestFirst }),
  }),
)

const AddNoteInput = builder.inputType('AddNoteInput', {
  description: 'A new note.',
  fields: (t) => ({
    recordId: t.id({ required: true, description: 'Global id of an employee, a unit, an indicator or an appraisal.' }),
    text: t.string({ required: true, description: 'The remark, 1 to 2,000 characters.' }),
  }),
})

const ChangeNoteInput = builder.inputType('ChangeNoteInput', {
  description: 'Another text for one’s own note.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The note.' }),
    textBefore: t.string({ required: true, description: 'The text as it was read; STALE_VERSION when it was changed since.' }),
    text: t.string({ required: true, description: 'The new text, 1 to 2,000 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  addNote: t.field({
    type: Note,
    description: 'Writes a note on a record.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AddNoteInput, required: true, description: 'Where and what.' }) },
    resolve: (_root, { input: { recordId, text } }, { execute }) => {
      const { typename, id } = decodeId(recordId)
      const type = notedTypes.find((noted) => noted === typename)
      if (!type) throw notFound()
      return execute(addNote, { record: { type, id }, text })
    },
  }),
  changeNote: t.field({
    type: Note,
    description: 'Mends one’s own note within 24 hours.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ChangeNoteInput, required: true, description: 'Which and what.' }) },
    resolve: (_root, { input: { id, ...rest } }, { execute }) => execute(changeNote, { id: idOf('Note', id), ...rest }),
  }),
}))
