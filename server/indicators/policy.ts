import type { IndicatorState } from '../generated/prisma/client.ts'
import { type Actor, can, canEverywhere, type Permission, refuse, type Verdict } from '../identity/policy.ts'

/** What the policy must know of a version. */
export type VersionFacts = {
  readonly state: IndicatorState
  /** Users who wrote this draft. */
  readonly editorIds: readonly string[]
  /** The indicator has a version in DRAFT or REVIU; there is never more than one. */
  readonly hasOpenDraft: boolean
}

export type VersionAction = 'EDIT' | 'SUBMIT' | 'RETURN' | 'PUBLISH' | 'DISCARD' | 'DRAFT'

/** States in which a version is being prepared. */
export const openStates = ['DRAFT', 'REVIU'] as const satisfies readonly IndicatorState[]

/** States of a published version, which whoever is signed in may read: an employee always may see definition, target and formula (TA2). */
export const publishedStates = ['AKTIF', 'USANG'] as const satisfies readonly IndicatorState[]

export function isPublished(state: IndicatorState): boolean {
  return (publishedStates as readonly IndicatorState[]).includes(state)
}

/** May the actor read a version, or an indicator, of this standing? Drafts are for those who read the whole catalogue. */
export function canRead(actor: Actor, state: IndicatorState): boolean {
  return can(actor, 'indicators.read') || (actor.kind !== 'ANONYMOUS' && isPublished(state))
}

/** What the actor may do to a version now (G2): the table that guards the commands and draws the buttons. */
export function versionActions(actor: Actor, version: VersionFacts): Record<VersionAction, Verdict> {
  return {
    EDIT: first(mayEdit(actor), isIn(version, 'DRAFT')),
    SUBMIT: first(mayEdit(actor), isIn(version, 'DRAFT')),
    RETURN: first(mayApprove(actor), isIn(version, 'REVIU')),
    PUBLISH: first(mayApprove(actor), isIn(version, 'REVIU'), isSomebodyElse(actor, version)),
    DISCARD: first(mayEdit(actor), isIn(version, 'DRAFT')),
    DRAFT: mayDraft(actor, version),
  }
}

/** May the actor enter a new indicator? */
export function mayCreate(actor: Actor): Verdict {
  return mayEdit(actor)
}

/** May the actor propose weights for indicators with these versions? A draft that waits for approval is not changed behind its approver's back. */
export function mayWeigh(actor: Actor, indicators: readonly (readonly Pick<VersionFacts, 'state'>[])[]): Verdict {
  const states = indicators.map((versions) => versions.map(({ state }) => state))
  return first(
    mayEdit(actor),
    !states.some((ofOne) => ofOne.includes('REVIU')) ||
      refuse(
        'WRONG_STATE',
        'Salah satu indikator sedang direviu. Tunggu persetujuannya, atau minta dikembalikan dahulu.',
        'One of the indicators is under review. Wait for its approval, or have it returned first.',
      ),
    states.every((ofOne) => ofOne.some((state) => state === 'AKTIF' || state === 'DRAFT')) ||
      refuse(
        'WRONG_STATE',
        'Salah satu indikator tidak mempunyai versi yang berlaku.',
        'One of the indicators has no version in force.',
      ),
  )
}

/** May the actor start a new version from this one? */
function mayDraft(actor: Actor, version: VersionFacts): Verdict {
  return first(
    mayEdit(actor),
    isIn(version, 'AKTIF'),
    !version.hasOpenDraft ||
      refuse(
        'CONFLICT',
        'Indikator ini sudah mempunyai draf. Lanjutkan atau buang draf itu dahulu.',
        'This indicator has a draft already. Continue that one, or discard it first.',
      ),
  )
}

function mayEdit(actor: Actor): Verdict {
  return holds(actor, 'indicators.edit')
}

/** To approve is a named human decision: a token may prepare drafts, not publish them. */
function mayApprove(actor: Actor): Verdict {
  if (actor.kind === 'TOKEN') {
    return refuse(
      'FORBIDDEN',
      'Persetujuan hanya dapat diberikan oleh orang, bukan token.',
      'Only a person may approve, not a token.',
    )
  }
  return holds(actor, 'indicators.approve')
}

/** Definitions hold for the whole city, so a permission over some units is not enough. */
function holds(actor: Actor, permission: Permission): Verdict {
  if (canEverywhere(actor, permission)) return true
  return refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')
}

/** Separation of duties: whoever changed the draft, even once, does not approve it. */
function isSomebodyElse(actor: Actor, { editorIds }: VersionFacts): Verdict {
  if (actor.id === null || !editorIds.includes(actor.id)) return true
  return refuse(
    'CONFLICT_OF_INTEREST',
    'Anda ikut menyusun draf ini. Mintalah orang lain menyetujuinya.',
    'You wrote on this draft yourself. Ask somebody else to approve it.',
  )
}

const stateNames: Record<IndicatorState, { id: string; en: string }> = {
  DRAFT: { id: 'masih draf', en: 'a draft' },
  REVIU: { id: 'sedang direviu', en: 'under review' },
  AKTIF: { id: 'sudah berlaku', en: 'in force' },
  USANG: { id: 'sudah digantikan', en: 'superseded' },
}

function isIn({ state }: VersionFacts, needed: IndicatorState): Verdict {
  if (state === needed) return true
  const [is, should] = [stateNames[state], stateNames[needed]]
  return refuse(
    'WRONG_STATE',
    `Langkah ini hanya untuk versi yang ${should.id}; versi ini ${is.id}.`,
    `This step is for a version that is ${should.en}; this one is ${is.en}.`,
  )
}

function first(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => verdict !== true) ?? true
}
