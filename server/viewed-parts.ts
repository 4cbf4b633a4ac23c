import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import type { Context } from './context.ts'
import type { ViewedPart } from './generated/prisma/client.ts'

const pluginName = 'viewedParts'

export default pluginName

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      viewedParts: ViewedPartsPlugin<Types>
    }
  }
}

/** The restricted fields: whoever reads one of these of somebody else is noted down. Names, units and positions are no secret. */
export const viewedParts: Readonly<Record<string, Readonly<Record<string, ViewedPart>>>> = {
  Employee: {
    sex: 'PERSONAL_DATA',
    birthPlace: 'PERSONAL_DATA',
    birthOn: 'PERSONAL_DATA',
    email: 'PERSONAL_DATA',
    phone: 'PERSONAL_DATA',
    positions: 'HISTORY',
    ranks: 'HISTORY',
    educations: 'HISTORY',
    trainings: 'HISTORY',
    reportingLines: 'HISTORY',
    superiorAsOf: 'HISTORY',
    unitAsOf: 'HISTORY',
    disciplines: 'DISCIPLINE',
    creditEntries: 'APPRAISAL',
    promotion: 'APPRAISAL',
    potentials: 'APPRAISAL',
    legacyResults: 'APPRAISAL',
  },
  Appraisal: {
    predikat: 'APPRAISAL',
    resultRating: 'APPRAISAL',
    behaviourRating: 'APPRAISAL',
    weightedScore: 'APPRAISAL',
    noPredikatReason: 'APPRAISAL',
    rhk: 'APPRAISAL',
    behaviour: 'APPRAISAL',
    explanation: 'EXPLANATION',
  },
}

/** Notes reads of restricted fields. Stands inside of the authorization: what was refused was not seen. */
export class ViewedPartsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { parentType, name }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const part = viewedParts[parentType]?.[name]
    if (!part) return resolver
    return (row, args, context, info) => {
      const value = resolver(row, args, context, info)
      const { id, employeeId } = row as { readonly id: string; readonly employeeId?: string }
      const { viewed } = context as Context
      if (parentType === 'Appraisal') viewed({ part, entityType: 'Appraisal', entityId: id, employeeId: employeeId ?? '' })
      else viewed({ part, entityType: 'Employee', entityId: id, employeeId: id })
      return value
    }
  }
}

SchemaBuilder.registerPlugin(pluginName, ViewedPartsPlugin)
