import { explanationOf } from '../../appraisals/queries/explanation.ts'
import { fullName } from '../../organization/rules/names.ts'
import type { Transaction } from '../../transact.ts'
import {
  type DossierContent,
  explanationLines,
  levelOnPaper,
  type PersonOnPaper,
  settingsOnPaper,
  wordOf,
} from '../rules/content.ts'

const person = { name: true, nip: true, titleBefore: true, titleAfter: true } as const

type Person = {
  readonly name: string
  readonly nip: string
  readonly titleBefore: string | null
  readonly titleAfter: string | null
}

function onPaper({ name, nip, titleBefore, titleAfter }: Person): PersonOnPaper {
  return { name: fullName(name, titleBefore, titleAfter), nip }
}

const instants = {
  selfAssessedAt: 'Penilaian diri',
  evidenceVerifiedAt: 'Bukti diverifikasi',
  ratedAt: 'Dinilai',
  setAt: 'Ditetapkan',
  deliveredAt: 'Disampaikan',
  finalAt: 'Final',
} as const

type Reader = Pick<Transaction, 'appraisal' | 'realisation' | 'dossier'>

/**
 * What the dossier of an appraisal says now; null when there is none. Whoever calls has made sure that the actor may see the appraisal with its rating. Being exported to
 * the national system, or replaced later, changes nothing in it. Four statements.
 */
export async function dossierContent(db: Reader, appraisalId: string): Promise<DossierContent | null> {
  const [row, tree, revoked] = await Promise.all([
    db.appraisal.findUnique({
      where: { id: appraisalId },
      include: {
        period: true,
        employee: { select: person },
        penilai: { select: person },
        predecessor: { select: { version: true } },
        objection: { select: { state: true, decision: true, decidedAt: true } },
        rhkResults: {
          orderBy: { number: 'asc' },
          select: {
            ikiResults: {
              orderBy: { number: 'asc' },
              select: {
                indicatorVersion: {
                  select: { version: true, name: true, contentHash: true, indicator: { select: { code: true } } },
                },
              },
            },
          },
        },
      },
    }),
    explanationOf(db, appraisalId),
    db.dossier.count({ where: { appraisalId, revokedAt: { not: null } } }),
  ])
  if (!row || !tree) return null
  const indicators = row.rhkResults.flatMap(({ ikiResults }) =>
    ikiResults.map(({ indicatorVersion: { version, name, contentHash, indicator } }) => ({
      code: indicator.code,
      name,
      version,
      hash: contentHash,
    })),
  )
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    format: 1,
    issue: revoked + 1,
    appraisalId,
    version: row.version,
    replaces: row.predecessor && {
      version: row.predecessor.version,
      ground: wordOf(row.reopenGround ?? ''),
      reason: row.reopenReason,
    },
    state: row.state === 'TEREKSPOR' ? 'FINAL' : row.state,
    period: { key: row.period.key, startsOn: day(row.period.startsOn), endsOn: day(row.period.endsOn) },
    employee: onPaper(row.employee),
    penilai: row.penilai && onPaper(row.penilai),
    positionTitle: row.positionTitle,
    unitPath: row.unitPath,
    system: row.system,
    result: row.resultRating && levelOnPaper(row.resultRating),
    behaviour: row.behaviourRating && levelOnPaper(row.behaviourRating),
    predikat: row.predikat && wordOf(row.predikat),
    weightedScore: row.weightedScore?.toFixed(2).replace('.', ',') ?? null,
    suggestedPredikat: row.suggestedPredikat && wordOf(row.suggestedPredikat),
    explanation: explanationLines(tree),
    indicators: [...new Map(indicators.map((one) => [`${one.code} ${one.version}`, one])).values()],
    rulesVersion: row.rulesVersion,
    settings: settingsOnPaper(row.settings as Record<string, unknown>),
    history: (Object.keys(instants) as (keyof typeof instants)[])
      .flatMap((key) => (row[key] === null ? [] : [{ state: instants[key], at: row[key].toISOString() }]))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    objection: row.objection && {
      state: wordOf(row.objection.state),
      decision: row.objection.decision && wordOf(row.objection.decision),
      decidedAt: row.objection.decidedAt?.toISOString() ?? null,
    },
  }
}
