/** Options of the arguments that name what an aggregate speaks of: `t.arg.string(periodKeyArg)`, `t.arg.id(underUnitArg)`. */
export const periodKeyArg = { required: true, description: 'Period, `2025`.' } as const
export const underUnitArg = { description: 'Unit with everything below it; left out, the whole city.' } as const
