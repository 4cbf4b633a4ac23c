import { z } from 'zod'
import { refuse } from '../../identity/policy.ts'
import { command } from '../../transact.ts'
import { mayAddNote, mayChangeNote } from '../policy.ts'
import { columnOf, isNotable, notedTypes, recordOf } from '../queries/notes.ts'

const text = z.string().trim().min(1).max(2_000)

/** Writes a note on a record. NOT_FOUND when the record is not one whose notes the actor may read. */
export const addNote = command({
  input: z.strictObject({ record: z.strictObject({ type: z.enum(notedTypes), id: z.uuid() }), text }),
  load: async (tx, { record }, actor, now) => ((await isNotable(tx, actor, record, now)) ? record : null),
  allow: (actor) => mayAddNote(actor),
  run: async ({ tx, input, subject, actor, now }) => {
    const result = await tx.note.create({
      data: { ...columnOf(subject), authorId: actor.id, authorLabel: actor.label, text: input.text, createdAt: now },
    })
    return { result, entity: { type: 'Note', id: result.id }, changes: { text: [null, input.text], on: [null, subject] } }
  },
  audit: 'note.added',
})

/**
 * Mends the text of one's own note within 24 hours (LOCAL). `textBefore` is the text as it was read.
 *
 * STALE_VERSION: it was changed since. WRONG_STATE: the day is over. FORBIDDEN: somebody else wrote it.
 */
export const changeNote = command({
  input: z.strictObject({ id: z.uuid(), textBefore: z.string().max(2_000), text }),
  load: async (tx, { id }, actor, now) => {
    await tx.$queryRaw`SELECT id FROM note WHERE id = ${id}::uuid FOR UPDATE`
    const note = await tx.note.findUnique({ where: { id } })
    return note && (await isNotable(tx, actor, recordOf(note), now)) ? note : null
  },
  allow: (actor, note, now, { textBefore }) => {
    const held = mayChangeNote(actor, note, now)
    if (held !== true || textBefore === note.text) return held
    return refuse(
      'STALE_VERSION',
      'Catatan ini sudah diubah. Muat ulang, lalu ulangi.',
      'This note was changed meanwhile. Load it again.',
    )
  },
  run: async ({ tx, input: { id, text: after }, subject, now }) => {
    const result = await tx.note.update({ where: { id }, data: { text: after, changedAt: now } })
    return { result, entity: { type: 'Note', id }, changes: { text: [subject.text, after] } }
  },
  audit: 'note.changed',
})
