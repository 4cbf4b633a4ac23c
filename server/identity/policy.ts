import type { ErrorCode } from '../errors.ts'
import type { Language, Sentence } from '../language.ts'
import { isViewList, viewLists } from './rules/view-lists.ts'

/** Who acts: a person, an integrator's token, the command line or a job (`SYSTEM`), or nobody. */
export type Actor = {
  readonly kind: 'USER' | 'TOKEN' | 'SYSTEM' | 'ANONYMOUS'
  /** Id of the user or token; null for SYSTEM and ANONYMOUS. */
  readonly id: string | null
  /** Name for the audit trail. */
  readonly label: string
  readonly employeeId: string | null
  readonly sessionId: string | null
  readonly grants: readonly Grant[]
  /** What a token may use of its role; null means all of it. */
  readonly scopes: readonly Permission[] | null
  readonly language: Language
}

export type RoleName = 'ADMIN' | 'TIM_KINERJA' | 'INSPECTOR' | 'TEAM_MEMBER' | 'EMPLOYEE' | 'INTEGRATOR'

/** A role for the whole city (`unitId` null) or for one unit and everything below it. */
export type Grant = { readonly role: RoleName; readonly unitId: string | null }

/** Classes of things that a role may do. A token's scopes are a choice of these. */
export const permissions = {
  'organization.read': 'See units and employees.',
  'organization.private': 'See birth data, contacts and histories of employees.',
  'organization.write': 'Change units, employees and reporting lines, and close data issues.',
  'discipline.read': 'See disciplinary records.',
  'discipline.record': 'Record decisions of discipline, and their lifting.',
  'pembinaan.read': 'See development needs, plans, participants, hours and improvement plans.',
  'pembinaan.manage': 'Decide needs, write plans, run programmes with their participants, and record competency assessments.',
  'monitoring.read': 'See monitoring teams, their checkpoints, evaluation designs and results that were not published.',
  'monitoring.manage': 'Set up monitoring teams and lead their work.',
  'evaluations.manage': 'Write and register evaluation designs, and compute what programmes changed.',
  'evaluations.publish': 'Publish a result that somebody else computed.',
  'indicators.read': 'See the indicator catalogue with its drafts.',
  'indicators.edit': 'Write drafts of indicators and submit them.',
  'indicators.approve': 'Return, publish and compare drafts that somebody else wrote.',
  'appraisals.read': 'See plans, realisations and appraisals.',
  'appraisals.compute': 'Compute the appraisals of a period.',
  'appraisals.moderate': 'Moderate ratings: take them up, return them with a reason, cancel appraisals of those who left.',
  'appraisals.set': 'Set and deliver moderated results.',
  'appraisals.export': 'Exchange final results with the national system.',
  'appraisals.reopen': 'Open a final result again on an order, a judgement of a court, or a fraud in the data.',
  'objections.prepare': 'Prepare an objection where the penilai has no superior.',
  'objections.decide': 'Decide an objection where the penilai has no superior.',
  'recognition.manage': 'Record angka kredit and assessments of potential, see talent boxes, and propose awards.',
  'awards.decide': 'Enter the decision of the PPK on an award.',
  'documents.revoke': 'Revoke printed dossiers.',
  'surveys.read': 'See surveys of satisfaction with their comments and findings, also while they run.',
  'surveys.manage': 'Make, open and close surveys, hand out tickets, review comments and plan what follows.',
  'publication.manage': 'Publish figures of the city for everybody, and withdraw them.',
  'complaints.read': 'See complaints of citizens, without who complained.',
  'complaints.manage': 'Verify complaints of citizens and hand them on, and record the figures of a period.',
  'complaints.inspect': 'See and handle complaints about a named official.',
  'complaints.identity': 'Open the identity of a complainant, with a reason; each look is recorded.',
  'forums.manage': 'Prepare public consultation forums, take their minutes and publish them.',
  'plans.manage': 'Review plans, set those that nobody made, close them, and hand out templates.',
  'plans.approve': 'Approve, for the PPK, the plan of somebody who has no penilai.',
  'periods.manage': 'Open and close periods.',
  'realisations.record': 'Record measurements.',
  'realisations.verify': 'Verify or reject measurements.',
  'imports.run': 'Read files into the system.',
  'aggregates.read': 'See counts and averages by unit.',
  'audit.read': 'Read the audit trail.',
  'users.manage': 'Manage users, roles, sessions and tokens.',
  'settings.manage': 'Change settings.',
  'jobs.manage': 'See the jobs of the server and outgoing mail, and begin failed ones again.',
} as const

export type Permission = keyof typeof permissions

/** What an administrator hands out and does not hold: complaints about officials, and who complained, are no matter of administration (domain E2). */
const heldApart: readonly Permission[] = ['complaints.inspect', 'complaints.identity']

const everything = (Object.keys(permissions) as Permission[]).filter((permission) => !heldApart.includes(permission))

/** What each role may do. What a penilai may do follows from the reporting line, not from a role. */
export const rolePermissions = {
  ADMIN: everything,
  TIM_KINERJA: [
    'organization.read',
    'organization.private',
    'organization.write',
    'discipline.read',
    'discipline.record',
    'pembinaan.read',
    'pembinaan.manage',
    'monitoring.read',
    'monitoring.manage',
    'evaluations.manage',
    'evaluations.publish',
    'indicators.read',
    'indicators.edit',
    'indicators.approve',
    'appraisals.read',
    'appraisals.compute',
    'plans.manage',
    'appraisals.moderate',
    'appraisals.export',
    'objections.prepare',
    'recognition.manage',
    'documents.revoke',
    'surveys.read',
    'surveys.manage',
    'publication.manage',
    'complaints.read',
    'complaints.manage',
    'complaints.identity',
    'forums.manage',
    'periods.manage',
    'realisations.record',
    'realisations.verify',
    'imports.run',
    'aggregates.read',
  ],
  INSPECTOR: [
    'organization.read',
    'organization.private',
    'discipline.read',
    'pembinaan.read',
    'monitoring.read',
    'indicators.read',
    'appraisals.read',
    'aggregates.read',
    'audit.read',
    'surveys.read',
    'complaints.read',
    'complaints.inspect',
    'complaints.identity',
  ],
  TEAM_MEMBER: ['organization.read', 'pembinaan.read', 'aggregates.read'],
  EMPLOYEE: ['aggregates.read'],
  INTEGRATOR: [
    'organization.read',
    'organization.private',
    'pembinaan.read',
    'indicators.read',
    'appraisals.read',
    'realisations.record',
    'aggregates.read',
    'imports.run',
  ],
} as const satisfies Record<RoleName, readonly Permission[]>

/** Where the actor holds a permission: everywhere, in some units with all below them, or nowhere. */
export type Reach = 'ALL' | readonly string[]

export function reachOf(actor: Actor, permission: Permission): Reach {
  if (actor.kind === 'SYSTEM') return 'ALL'
  if (actor.scopes && !actor.scopes.includes(permission)) return []
  const units: string[] = []
  for (const grant of actor.grants) {
    if (!(rolePermissions[grant.role] as readonly Permission[]).includes(permission)) continue
    if (grant.unitId === null) return 'ALL'
    units.push(grant.unitId)
  }
  return units
}

/** True when the actor holds the permission somewhere; which rows it covers is a matter of `visibleTo`. */
export function can(actor: Actor, permission: Permission): boolean {
  const reach = reachOf(actor, permission)
  return reach === 'ALL' || reach.length > 0
}

/** True when the actor holds the permission for the whole city: definitions, periods and settings have no unit. */
export function canEverywhere(actor: Actor, permission: Permission): boolean {
  return reachOf(actor, permission) === 'ALL'
}

/** The answer of a policy: yes, or no with the code and the sentence that tells the person why. */
export type Verdict = true | Refusal
export type Refusal = { readonly code: ErrorCode; readonly reason: Sentence }

export function refuse(code: ErrorCode, id: string, en: string): Refusal {
  return { code, reason: { id, en } }
}

/** The common first sentence of a policy: does the actor hold this permission at all? */
export function needs(actor: Actor, permission: Permission): Verdict {
  if (can(actor, permission)) return true
  return refuse('FORBIDDEN', 'Peran Anda tidak berwenang melakukan ini.', 'Your role does not allow this.')
}

export const anonymous: Actor = {
  kind: 'ANONYMOUS',
  id: null,
  label: 'anonymous',
  employeeId: null,
  sessionId: null,
  grants: [],
  scopes: null,
  language: 'id',
}

/** The command line and the jobs of the server: trusted with everything, named in the audit trail. */
export function systemActor(label: string): Actor {
  return { ...anonymous, kind: 'SYSTEM', label }
}

/** What the policy must know of a user whom somebody manages. Unit ids are a unit with every unit above it. */
export type ManagedUser = {
  readonly id: string
  readonly disabledAt: Date | null
  /** Where the employee behind the user is placed; empty for a user without one. */
  readonly employeeUnitIds: readonly string[]
  /** Grants in force; `unitIds` null is the whole city. */
  readonly grants: readonly { readonly role: RoleName; readonly unitIds: readonly string[] | null }[]
}

function covers(reach: Reach, unitIds: readonly string[] | null): boolean {
  return reach === 'ALL' || (unitIds !== null && reach.some((id) => unitIds.includes(id)))
}

/**
 * May the actor manage this user? An administrator of a unit manages those who belong to it by their post or by their roles, and nobody
 * who holds a role beyond it: resetting that person's password would lend the wider role.
 */
export function mayManage(actor: Actor, user: ManagedUser): Verdict {
  const held = needs(actor, 'users.manage')
  if (held !== true) return held
  const reach = reachOf(actor, 'users.manage')
  const belongs = reach === 'ALL' || user.grants.length > 0 || covers(reach, user.employeeUnitIds)
  if (belongs && user.grants.every(({ unitIds }) => covers(reach, unitIds))) return true
  return refuse('FORBIDDEN', 'Pengguna ini di luar wewenang Anda.', 'This user lies outside your remit.')
}

/** May the actor hand out or take this role there? Nobody hands out more than they hold. */
export function mayGrant(actor: Actor, role: RoleName, unitIds: readonly string[] | null): Verdict {
  const held = needs(actor, 'users.manage')
  if (held !== true) return held
  const handed: readonly Permission[] = ['users.manage', ...rolePermissions[role]]
  if (handed.every((permission) => heldApart.includes(permission) || covers(reachOf(actor, permission), unitIds))) return true
  return refuse(
    'FORBIDDEN',
    'Anda tidak dapat memberi lebih dari wewenang Anda sendiri.',
    'You cannot hand out more than you hold.',
  )
}

/** What the actor may do with this user now; names are those of the commands. */
export function userActions(actor: Actor, user: ManagedUser) {
  const managed = mayManage(actor, user)
  const onSelf = refuse(
    'FORBIDDEN',
    'Anda tidak dapat melakukan ini pada akun Anda sendiri.',
    'You cannot do this to your own account.',
  )
  const disabled = refuse('WRONG_STATE', 'Pengguna sudah nonaktif.', 'The user is disabled already.')
  const enabled = refuse('WRONG_STATE', 'Pengguna masih aktif.', 'The user is active.')
  const isSelf = actor.kind === 'USER' && actor.id === user.id
  return {
    GRANT_ROLE: managed,
    RESET_PASSWORD: managed !== true ? managed : isSelf ? onSelf : true,
    DISABLE_USER: managed !== true ? managed : isSelf ? onSelf : user.disabledAt ? disabled : true,
    ENABLE_USER: managed !== true ? managed : user.disabledAt ? true : enabled,
  } as const satisfies Record<string, Verdict>
}

/** What the policy must know of a saved view. */
export type OwnedView = {
  readonly ownerId: string
  readonly resource: string
  readonly audience: 'PRIVATE' | 'SHARED' | 'ROLE_DEFAULT'
}

/** May the actor keep views of this list? Views belong to people; whoever may not open the list keeps none of it. */
export function mayKeepViews(actor: Actor, resource: string): Verdict {
  if (actor.kind !== 'USER') {
    return refuse('FORBIDDEN', 'Tampilan tersimpan hanya untuk orang yang masuk.', 'Saved views are for people who signed in.')
  }
  const needed = isViewList(resource) ? viewLists[resource] : undefined
  if (needed === undefined) return refuse('INVALID_INPUT', 'Daftar ini tidak dikenal.', 'There is no such list.')
  return needed === null || needs(actor, needed)
}

/**
 * What the actor may do with a view that they see; names are those of the commands. Its owner changes and shares it; what is a role's default,
 * and what everybody sees, an administrator of the city may take back as well.
 */
export function viewActions(actor: Actor, view: OwnedView) {
  const kept = mayKeepViews(actor, view.resource)
  const isOwner = actor.kind === 'USER' && actor.id === view.ownerId
  const isAdministrator = canEverywhere(actor, 'settings.manage')
  const ofSomebodyElse = refuse(
    'FORBIDDEN',
    'Hanya pemilik tampilan ini yang dapat mengubahnya. Simpan sebagai tampilan Anda sendiri.',
    'Only the owner of this view may change it. Save it as a view of your own.',
  )
  const onlyAdministrators = refuse(
    'FORBIDDEN',
    'Hanya administrator kota yang menetapkan tampilan bawaan suatu peran.',
    'Only an administrator of the city sets the default view of a role.',
  )
  const mine: Verdict = kept !== true ? kept : isOwner || ofSomebodyElse
  const ownedOrOverseen: Verdict =
    kept !== true ? kept : isOwner || (view.audience !== 'PRIVATE' && isAdministrator) || ofSomebodyElse
  const isDefault = view.audience === 'ROLE_DEFAULT'
  return {
    UPDATE_VIEW: isDefault && !isAdministrator ? onlyAdministrators : isDefault ? ownedOrOverseen : mine,
    SHARE_VIEW: isDefault && !isAdministrator ? onlyAdministrators : ownedOrOverseen,
    SET_ROLE_DEFAULT: !isAdministrator ? onlyAdministrators : ownedOrOverseen,
    DELETE_VIEW: isDefault && !isAdministrator ? onlyAdministrators : ownedOrOverseen,
  } as const satisfies Record<string, Verdict>
}

/** What the policy must know of a grant. `unitIds` are its unit with every unit above; null for the whole city. */
export type GrantFacts = { readonly role: RoleName; readonly unitIds: readonly string[] | null; readonly validTo: Date | null }

/** What the actor may do with a grant of this user today. `staysAdministered` tells whether the city keeps an administrator without it. */
export function grantActions(
  actor: Actor,
  user: ManagedUser,
  { role, unitIds, validTo }: GrantFacts,
  staysAdministered: Verdict,
  today: Date,
) {
  const managed = mayManage(actor, user)
  const granted = managed === true ? mayGrant(actor, role, unitIds) : managed
  const ended = refuse('WRONG_STATE', 'Peran ini sudah berakhir.', 'The role has ended already.')
  return {
    WITHDRAW_ROLE: granted !== true ? granted : validTo && validTo < today ? ended : staysAdministered,
  } as const satisfies Record<string, Verdict>
}

/** What the actor may do with a session of this user: one's own, and those of users whom the actor manages. */
export function sessionActions(actor: Actor, user: ManagedUser, session: { readonly revokedAt: Date | null }) {
  const isOwn = actor.kind === 'USER' && actor.id === user.id
  const managed = isOwn || mayManage(actor, user)
  const ended = refuse('WRONG_STATE', 'Sesi ini sudah diakhiri.', 'The session has been ended already.')
  return { REVOKE: managed !== true ? managed : session.revokedAt === null || ended } as const satisfies Record<string, Verdict>
}

/** May the actor give a setting another value? Settings hold for the whole city. */
export function mayChangeSettings(actor: Actor): Verdict {
  return (
    canEverywhere(actor, 'settings.manage') ||
    refuse(
      'FORBIDDEN',
      'Hanya administrator kota yang dapat mengubah pengaturan.',
      'Only an administrator of the city may change settings.',
    )
  )
}
