import { decimalSent } from '../frame/form/decimal.ts'
import type { Values } from '../frame/form/FormFrame.tsx'
import type { Plan } from './data.ts'

/** The content of a plan as the form holds it. */
export function planShown(plan: Plan): Values {
  const { title, problemStatement, targetGroup, ceiling, consultationReason, problems, stakeholders, risks } = plan
  return {
    ...{ title, problemStatement, targetGroup, ceiling, consultationReason, problems, stakeholders, risks },
    indicators: plan.indicators.map(({ indicator, ...one }) => ({ ...one, indicatorId: indicator?.id ?? null })),
    budgetLines: plan.budgetLines.map(({ amount: _, ...line }) => line),
  }
}

const rowsOf = (value: unknown) => (Array.isArray(value) ? (value as Values[]) : [])
const textOf = (value: unknown) => (value === null || value === undefined || value === '' ? null : String(value))

/** The content of a plan as the command takes it. Links to data that the form does not show are kept. */
export function planInput(values: Values): Values {
  return {
    ...{
      title: values.title,
      problemStatement: textOf(values.problemStatement) ?? '',
      targetGroup: textOf(values.targetGroup) ?? '',
    },
    ...{ ceiling: decimalSent(values.ceiling), consultationReason: textOf(values.consultationReason) },
    problems: rowsOf(values.problems).map((row) => ({
      ...{
        statement: row.statement,
        seriesId: textOf(row.seriesId),
        needId: textOf(row.needId),
        documentUrl: textOf(row.documentUrl),
      },
    })),
    indicators: rowsOf(values.indicators).map((row) => ({
      ...{ name: row.name, measure: row.measure, indicatorId: textOf(row.indicatorId), isPrimary: row.isPrimary === true },
      ...{ baseline: decimalSent(row.baseline), baselineOn: textOf(row.baselineOn), baselineSource: textOf(row.baselineSource) },
      target: decimalSent(row.target),
    })),
    stakeholders: rowsOf(values.stakeholders).map((row) => ({
      ...{ kind: row.kind, name: row.name, organisation: textOf(row.organisation) },
      ...{ consultedOn: textOf(row.consultedOn), outcome: textOf(row.outcome) },
    })),
    budgetLines: rowsOf(values.budgetLines).map((row) => ({
      ...{ account: textOf(row.account), description: row.description, measure: row.measure },
      ...{ quantity: decimalSent(row.quantity), unitCost: decimalSent(row.unitCost) },
    })),
    risks: rowsOf(values.risks).map((row) => ({
      ...{ description: row.description, likelihood: row.likelihood, impact: row.impact, mitigation: row.mitigation },
    })),
  }
}
