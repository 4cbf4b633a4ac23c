import { createIndicator, draftIndicatorVersion, updateIndicatorDraft } from '../indicators/commands/drafts.ts'
import { publishIndicatorDraft, submitIndicatorDraft } from '../indicators/commands/review.ts'
import { encodeId } from '../list.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { type Calendar, day } from './calendar.ts'
import type { Pinned, PinnedCatalogue } from './indicators.ts'
import { drafts, type Editor, type IndicatorCode, proposal } from './tables/catalogue.ts'
import type { SeedDefinition } from './tables/definition.ts'

/**
 * Brings versions on their way by the commands of the people who work on them: one supersedes its predecessor, two wait for approval, one
 * is being edited, and one indicator is only proposed. Answers the catalogue that this year's plans pin.
 */
export async function draftIndicators(
  tx: Transaction,
  lastYears: PinnedCatalogue,
  actors: Accounts['actors'],
  calendar: Calendar,
): Promise<PinnedCatalogue> {
  const { superseding, inReview, edited } = drafts
  const versionId = await draft(tx, lastYears, superseding, actors, calendar)
  const id = encodeId('IndicatorVersion', versionId)
  await executeWithin(tx, submitIndicatorDraft, { id }, { actor: actors[superseding.editor], now: calendar.now })
  await executeWithin(tx, publishIndicatorDraft, { id }, { actor: actors[superseding.approver], now: calendar.now })
  for (const one of inReview) {
    const waiting = encodeId('IndicatorVersion', await draft(tx, lastYears, one, actors, calendar))
    await executeWithin(tx, submitIndicatorDraft, { id: waiting }, { actor: actors[one.editor], now: calendar.now })
  }
  await draft(tx, lastYears, edited, actors, calendar)
  await executeWithin(
    tx,
    createIndicator,
    { ...inputOf(proposal.definition), code: proposal.code },
    { actor: actors[proposal.editor], now: calendar.now },
  )
  const before = pinnedBy(lastYears, superseding.code)
  return new Map([
    ...lastYears,
    [superseding.code, { ...before, versionId, definition: { ...before.definition, ...superseding.change } }],
  ])
}

type Change = { readonly code: IndicatorCode; readonly editor: Editor; readonly change: Partial<SeedDefinition> }

async function draft(
  tx: Transaction,
  catalogue: PinnedCatalogue,
  { code, editor, change }: Change,
  actors: Accounts['actors'],
  { now, thisYear }: Calendar,
) {
  const caller = { actor: actors[editor], now }
  const indicatorId = encodeId('Indicator', pinnedBy(catalogue, code).indicatorId)
  const versionId = await executeWithin(tx, draftIndicatorVersion, { indicatorId }, caller)
  const input = {
    id: encodeId('IndicatorVersion', versionId),
    revision: 0,
    ...inputOf(change),
    effectiveFrom: day(thisYear, 1, 1),
  }
  await executeWithin(tx, updateIndicatorDraft, input, caller)
  return versionId
}

function pinnedBy(catalogue: PinnedCatalogue, code: IndicatorCode): Pinned {
  const pinned = catalogue.get(code)
  if (!pinned) throw new Error(`The catalogue has no ${code}.`)
  return pinned
}

/** A definition as the commands of indicators take it: amounts are exact decimal text. */
function inputOf<Change extends Partial<SeedDefinition>>(change: Change) {
  const { evidenceTypes, caseMixVariables } = change
  return {
    ...change,
    factor: text(change.factor),
    target: text(change.target),
    targetMin: text(change.targetMin),
    targetMax: text(change.targetMax),
    tolerancePct: text(change.tolerancePct),
    maxValue: text(change.maxValue),
    minDenominator: text(change.minDenominator),
    levelLow: text(change.levelLow),
    levelHigh: text(change.levelHigh),
    evidenceTypes: evidenceTypes && [...evidenceTypes],
    caseMixVariables: caseMixVariables && [...caseMixVariables],
  }
}

/** What a change does not state stays out of it; null empties a field. */
function text(amount: number | null | undefined): string | null | undefined {
  return typeof amount === 'number' ? String(amount) : amount
}
