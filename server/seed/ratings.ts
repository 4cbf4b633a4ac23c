import type { Prisma, RaterGroup } from '../generated/prisma/client.ts'
import { addDays, type Calendar, earlier } from './calendar.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'

type Rating = Prisma.BehaviourRatingCreateManyInput

/** A period in which people rate each other, and which groups do. */
export type RatingRound = {
  readonly periodId: string
  readonly endsOn: Date
  readonly groups: readonly RaterGroup[]
  /** Share of the ratees whose ratings are in, 0–1. */
  readonly share: number
}

/** Ranks of superiors, by number of subordinates, who judge too high, too low, or all alike. */
const habits = { lenient: [0, 3, 7], severe: [1, 5], straight: [9] } as const

/** Behaviour ratings around each person's true conduct; six superiors judge askew, so that the rater diagnostics have something to find. */
export function buildRatings(staff: readonly Member[], round: RatingRound, random: Random, calendar: Calendar): Rating[] {
  const below = new Map<string, Member[]>()
  for (const member of staff) {
    if (member.superior) below.set(member.superior.id, [...(below.get(member.superior.id) ?? []), member])
  }
  const superiors = [...below].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)).map(([id]) => id)
  const isOne = (habit: keyof typeof habits, id: string) => habits[habit].some((place) => superiors[place] === id)
  const offsetOf = (id: string) => (isOne('lenient', id) ? 0.6 : isOne('severe', id) ? -0.6 : 0)

  return staff.flatMap((ratee, index) => {
    // Some are never rated, and some not yet.
    if (index % 53 === 17 || !random.chance(round.share)) return []
    const raters: readonly (readonly [RaterGroup, { readonly id: string } | null])[] = [
      ['ATASAN', ratee.superior],
      ...choose(
        (below.get(ratee.superior?.id ?? '') ?? []).filter(({ id }) => id !== ratee.id),
        4,
        random,
      ).map((peer) => ['REKAN', peer] as const),
      ...choose(below.get(ratee.id) ?? [], 4, random).map((member) => ['BAWAHAN', member] as const),
      ['DIRI', ratee],
    ]
    return raters.flatMap(([group, rater]): Rating[] => {
      if (!rater || !round.groups.includes(group)) return []
      const offset = group === 'ATASAN' ? offsetOf(rater.id) : group === 'DIRI' ? 0.5 : 0
      const scores = scoresOf(ratee, offset, isOne('straight', rater.id), random)
      const ratedOn = earlier(addDays(round.endsOn, random.int(1, 20)), calendar.today)
      return [
        {
          id: random.id(),
          periodId: round.periodId,
          employeeId: ratee.id,
          raterId: rater.id,
          group,
          ...scores,
          ratedOn,
          resultJudgement: group === 'ATASAN' ? grade(2 + ratee.skill * 0.5 + offset + random.normal() * 0.3) : null,
          note: group === 'ATASAN' && random.chance(0.2) ? random.pick(notes) : null,
          createdAt: calendar.now,
        },
      ]
    })
  })
}

const values = ['bp', 'ak', 'ko', 'ha', 'lo', 'ad', 'kl'] as const
type Scores = Record<(typeof values)[number], number>

function scoresOf({ conduct }: Member, offset: number, isStraight: boolean, random: Random): Scores {
  const whole = grade(2.25 + conduct * 0.4 + offset)
  const draw = () => (isStraight ? whole : grade(2.25 + conduct * 0.4 + offset + random.normal() * 0.3))
  return Object.fromEntries(values.map((value) => [value, draw()])) as Scores
}

const notes = [
  'Sigap melayani warga.',
  'Perlu lebih tertib administrasi.',
  'Aktif membantu rekan.',
  'Mulai terbiasa dengan aplikasi baru.',
] as const

/** 1 below, 2 as, 3 above expectation. */
function grade(value: number): number {
  return Math.min(3, Math.max(1, Math.round(value)))
}

function choose<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.int(0, left.length - 1), 1)).flat()
}
