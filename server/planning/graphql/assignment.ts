import { builder } from '../../builder.ts'
import { DomainError } from '../../errors.ts'
import { encodeId, idOf } from '../../list.ts'
import { assignSkpTemplate } from '../commands/templates.ts'
import type { Assignment } from '../policy/assignment.ts'
import { mostAssigned, previewAssignment } from '../queries/draftees.ts'

const AssignSkpTemplateInput = builder.inputType('AssignSkpTemplateInput', {
  description: 'To whom a template is handed.',
  fields: (t) => ({
    templateId: t.id({ required: true, description: 'Global id of the template.' }),
    year: t.int({ required: true, description: 'Performance year.' }),
    employeeIds: t.idList({ required: true, description: 'Global ids of the employees, at most 500.' }),
  }),
})

const AssignmentOutcome = builder.enumType('AssignmentOutcome', {
  description: 'What became of one person when a template was handed out.',
  values: {
    DRAFTED: { description: 'A plan was begun.' },
    HAS_PLAN: { description: 'There is a plan of the year that is not closed; it stays.' },
    IMPORT_ONLY: { description: 'A teacher or principal: the plan is only imported.' },
    NOT_SERVING: { description: 'The person does not serve.' },
    NOT_ALLOWED: { description: 'The caller has no say over this person.' },
    NOT_FOUND: { description: 'There is no such person whom the caller may see.' },
  },
})

const AssignmentType = builder
  .objectRef<Assignment & { readonly name?: string | null; readonly positionTitle?: string | null }>('SkpAssignment')
  .implement({
    description: 'One person of a hand-out.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      employeeId: t.id({ description: 'Global id.', resolve: ({ employeeId }) => encodeId('Employee', employeeId) }),
      outcome: t.expose('outcome', { type: AssignmentOutcome, description: 'What became of them.' }),
      skpId: t.id({
        nullable: true,
        description: 'Global id of the plan that was begun; in a preview of the one that the person has.',
        resolve: ({ skpId }) => (skpId === null ? null : encodeId('Skp', skpId)),
      }),
      name: t.string({ nullable: true, description: 'Name with titles, in a preview.', resolve: ({ name }) => name ?? null }),
      positionTitle: t.string({
        nullable: true,
        description: 'Present position, in a preview.',
        resolve: ({ positionTitle }) => positionTitle ?? null,
      }),
    }),
  })

builder.queryField('skpAssignmentPreview', (t) =>
  t.field({
    type: [AssignmentType],
    description:
      'What handing a template to these people would do, without doing it: DRAFTED is who would get a plan. NOT_FOUND for a year that was not laid out.',
    authScopes: { signedIn: true },
    args: {
      year: t.arg.int({ required: true, description: 'Performance year.' }),
      employeeIds: t.arg.idList({ required: true, description: 'Global ids of the employees, at most 500.' }),
    },
    resolve: (_root, { year, employeeIds }, context) => {
      if (employeeIds.length > mostAssigned) throw tooMany()
      return previewAssignment(context, { year, employeeIds: employeeIds.map((id) => idOf('Employee', String(id))) })
    },
  }),
)

function tooMany(): DomainError {
  return new DomainError('INVALID_INPUT', {
    id: `Paling banyak ${mostAssigned} pegawai sekaligus.`,
    en: `At most ${mostAssigned} people at once.`,
  })
}

builder.mutationFields((t) => ({
  assignSkpTemplate: t.field({
    type: [AssignmentType],
    description: 'Begins the plans of many people from a template; answers what became of each. Who has an open plan keeps it.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AssignSkpTemplateInput, required: true, description: 'The template and the people.' }) },
    resolve: (_root, { input }, { execute }) => execute(assignSkpTemplate, input),
  }),
}))
