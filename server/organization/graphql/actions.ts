import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { mayChangeUnit, mayWrite } from '../policy.ts'
import { underUnitIdsFor } from '../queries.ts'
import { Employee } from './employee.ts'
import { Unit } from './unit.ts'

builder.prismaObjectField(Employee, 'actions', (t) =>
  t.field({
    type: [Action],
    description: 'CORRECT_EMPLOYEE, ASSIGN_SUPERIOR and PLACE_EMPLOYEE, and whether the caller may do them now.',
    select: { unitId: true },
    resolve: async ({ unitId }, _args, context) => {
      const verdict = mayWrite(context.actor, await underUnitIdsFor(context, unitId))
      return namedVerdicts({ CORRECT_EMPLOYEE: verdict, ASSIGN_SUPERIOR: verdict, PLACE_EMPLOYEE: verdict })
    },
  }),
)

builder.prismaObjectField(Unit, 'actions', (t) =>
  t.field({
    type: [Action],
    description: 'CHANGE_UNIT and CREATE_UNIT (below this one), and whether the caller may do them now.',
    select: { id: true, closedOn: true },
    resolve: async ({ id, closedOn }, _args, context) => {
      const verdict = mayChangeUnit(context.actor, { underUnitIds: await underUnitIdsFor(context, id), closedOn })
      return namedVerdicts({ CHANGE_UNIT: verdict, CREATE_UNIT: verdict })
    },
  }),
)
