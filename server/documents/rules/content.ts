import { createHash } from 'node:crypto'
import { type ExplanationNode, levelWords } from '../../appraisals/rules/explanation-node.ts'
import type { Level } from '../../appraisals/rules/indicator-achievement.ts'
import { stateWords } from '../../appraisals/rules/state-words.ts'
import type { AppraisalState } from '../../generated/prisma/client.ts'
import { settingTexts } from '../../identity/rules/setting-texts.ts'
import { isSettingKey, type SettingKey, settings } from '../../identity/rules/settings.ts'
import { say } from '../../language.ts'

/** One line of the explanation, as deep as it stands in the tree. */
export type ExplanationLine = {
  readonly depth: number
  readonly kind: ExplanationNode['kind']
  readonly label: string
  readonly sentence: string
  readonly formula: string | null
  /** What came out, with a decimal comma. */
  readonly value: string | null
  readonly level: string | null
  /** Weight in its axis, per cent. */
  readonly weight: string | null
  /** Why the line is local policy; null where it is not. */
  readonly localNote: string | null
}

export type PersonOnPaper = { readonly name: string; readonly nip: string }

/** Everything that a dossier says, in Indonesian; the same content is the same dossier. Days and instants are ISO. */
export type DossierContent = {
  readonly format: 1
  /** Counts prints that were revoked before this one. */
  readonly issue: number
  readonly appraisalId: string
  readonly version: number
  /** Key of the version that this one replaced, and on what ground. */
  readonly replaces: { readonly version: number; readonly ground: string; readonly reason: string | null } | null
  readonly state: AppraisalState
  readonly period: { readonly key: string; readonly startsOn: string; readonly endsOn: string }
  readonly employee: PersonOnPaper
  readonly penilai: PersonOnPaper | null
  readonly positionTitle: string
  readonly unitPath: string
  readonly system: string
  readonly result: string | null
  readonly behaviour: string | null
  readonly predikat: string | null
  readonly weightedScore: string | null
  readonly suggestedPredikat: string | null
  readonly explanation: readonly ExplanationLine[]
  readonly indicators: readonly {
    readonly code: string
    readonly name: string
    readonly version: number
    readonly hash: string | null
  }[]
  readonly rulesVersion: string
  readonly settings: readonly {
    readonly label: string
    readonly value: string
    readonly isLocal: boolean
    readonly anchor: string
  }[]
  readonly history: readonly { readonly state: string; readonly at: string }[]
  readonly objection: { readonly state: string; readonly decision: string | null; readonly decidedAt: string | null } | null
}

/** What is opened in the application and not printed: single measurements with their evidence, and groups of raters. */
const unprinted: readonly ExplanationNode['kind'][] = ['MEASUREMENT', 'EVIDENCE', 'RATER_GROUP']

/** The explanation tree as printed lines, each before what it rests on. */
export function explanationLines(root: ExplanationNode, depth = 0): ExplanationLine[] {
  const line: ExplanationLine = {
    depth,
    kind: root.kind,
    label: say(root.label, 'id'),
    sentence: root.sentence.id,
    formula: root.formula?.id ?? null,
    value: root.value === null ? null : onPaper(root.value),
    level: root.level && levelOnPaper(root.level),
    weight: root.weight === null ? null : onPaper((root.weight * 100).toFixed(2).replace(/\.?0+$/, '')),
    localNote: root.localNote?.id ?? null,
  }
  const children = root.children.filter(({ kind }) => !unprinted.includes(kind))
  return [line, ...children.flatMap((child) => explanationLines(child, depth + 1))]
}

/** Numbers with a decimal comma, enum values as words. */
function onPaper(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? value.replace('.', ',') : wordOf(value)
}

/** `Sesuai ekspektasi`. */
export function levelOnPaper(level: Level): string {
  const word = levelWords[level].id
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** `SANGAT_BAIK` as `Sangat Baik`, as it is written on paper. */
export function wordOf(value: string): string {
  return value
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** Where the stored settings of an appraisal are named otherwise than the table of settings. */
const storedNames: Readonly<Record<string, SettingKey>> = { cap: 'achievementCap' }

/** Stored with every appraisal, but no part of its result. */
const beside: readonly string[] = ['distMinN', 'oiWeights']

/** The settings that an appraisal was judged by, with their names; a local one is never shown as law. */
export function settingsOnPaper(stored: Readonly<Record<string, unknown>>): DossierContent['settings'] {
  return Object.entries(stored).flatMap(([name, value]) => {
    const key = storedNames[name] ?? name
    if (!isSettingKey(key) || beside.includes(key)) return []
    const { isLocal, anchor } = settings[key]
    const { label, unit } = settingTexts[key]
    const text = isRecord(value) ? inOrder(key, value) : plain(value)
    return [{ label: label.id, value: unit === null ? text : `${text} ${unit.id}`, isLocal, anchor }]
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** The parts of a setting in the order of its own text, which the database does not keep. */
function inOrder(key: SettingKey, value: Readonly<Record<string, unknown>>): string {
  const { parse, fallback } = settings[key]
  const order = parse(fallback)
  const names = isRecord(order) ? Object.keys(order) : Object.keys(value)
  return names.map((name) => `${wordOf(name)} ${plain(value[name])}`).join(', ')
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value)
}

export function stateOnPaper(state: AppraisalState): string {
  const word = stateWords[state].id
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** SHA-256 over the content as JSON with sorted keys: what two dossiers of the same content share. */
export function contentHash(content: DossierContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}
