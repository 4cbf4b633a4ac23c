import { DomainError } from '../../errors.ts'

/** How one setting reads its text, what it is when nobody set it, and whether law or local policy stands behind it. */
type Setting<Value> = {
  /** The default, as text. */
  readonly fallback: string
  /** True when no national rule contains the value: it is never shown as law. */
  readonly isLocal: boolean
  /** The rule behind the value, or LOCAL. */
  readonly anchor: string
  /** Meaning and unit. */
  readonly description: string
  /** Reads the text, or throws INVALID_INPUT; `choices` are all the texts that it accepts, where there are few. */
  readonly parse: ((text: string) => Value) & { readonly choices?: readonly string[] }
}

function setting<Value>(fallback: string, anchor: string, description: string, parse: Setting<Value>['parse']): Setting<Value> {
  return { fallback, isLocal: anchor.startsWith('LOCAL'), anchor, description, parse }
}

function wrong(id: string, en: string): never {
  throw new DomainError('INVALID_INPUT', { id, en }, { value: { id, en } })
}

function number(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!/^\d{1,6}(\.\d{1,4})?$/.test(text) || value < min || value > max) {
      wrong(`Isi angka antara ${min} dan ${max}.`, `Give a number between ${min} and ${max}.`)
    }
    return value
  }
}

function whole(min: number, max: number) {
  const read = number(min, max)
  return (text: string): number => (/^\d+$/.test(text) ? read(text) : wrong('Isi bilangan bulat.', 'Give a whole number.'))
}

function optional<Value>(read: (text: string) => Value) {
  return (text: string): Value | null => (text === '' ? null : read(text))
}

function choice<const Value extends string>(...values: readonly Value[]) {
  const read = (text: string): Value =>
    values.find((value) => value === text) ??
    wrong(`Pilih salah satu: ${values.join(', ')}.`, `Choose one of: ${values.join(', ')}.`)
  return Object.assign(read, { choices: values })
}

const yesOrNo = choice('true', 'false')
const flag = Object.assign((text: string): boolean => yesOrNo(text) === 'true', { choices: yesOrNo.choices })

/** Whole numbers separated by slashes that add up to 100, as many as `names`. */
function weights<const Name extends string>(...names: readonly Name[]) {
  return (text: string): Readonly<Record<Name, number>> => {
    const parts = text.split('/')
    const values = parts.map(whole(0, 100))
    if (values.length !== names.length || values.reduce((sum, value) => sum + value, 0) !== 100) {
      wrong(
        `Isi ${names.length} bobot dipisah "/" yang berjumlah 100.`,
        `Give ${names.length} weights separated by "/" that add up to 100.`,
      )
    }
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0])) as Record<Name, number>
  }
}

function days(text: string): readonly number[] {
  const values = text.split(',').map((part) => whole(1, 730)(part.trim()))
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))
    ? values
    : wrong('Isi hari yang naik, mis. 30,60,90.', 'Give rising days, such as 30,60,90.')
}

function monthDay(text: string): string {
  return /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
    ? text
    : wrong('Isi MM-DD, mis. 01-31.', 'Give MM-DD, such as 01-31.')
}

/** Every setting of the city (domain K). Values are text in the database; `parse` gives them their type. */
export const settings = {
  evaluationPeriod: setting(
    'TRIWULAN',
    'PermenPANRB 6/2022',
    'How often performance is evaluated.',
    choice('TRIWULAN', 'BULANAN'),
  ),
  annualDeadline: setting('01-31', 'LOCAL', 'Day of the following year by which the annual predikat is set, MM-DD.', monthDay),
  selfAssessDays: setting('10', 'LOCAL', 'Days after a period in which people assess themselves.', whole(0, 90)),
  ratingDays: setting('20', 'LOCAL', 'Days after a quarter by which the penilai has rated.', whole(1, 120)),
  planDeadline: setting('01-31', 'PermenPANRB 8/2021', 'Day of the year by which its plans are set, MM-DD.', monthDay),
  reminderDays: setting('1,7', 'LOCAL', 'Days before a deadline on which whoever has to act is reminded.', days),
  escalationDays: setting(
    '7',
    'LOCAL',
    'Days after which what is overdue is told to the next superior, then to the tim.',
    whole(1, 60),
  ),
  annualPredikat: setting(
    'MONTH_WEIGHTED',
    'LOCAL',
    'The predikat of a year with several plans: weighted by months, or as the last penilai decides.',
    choice('MONTH_WEIGHTED', 'LAST_APPRAISER_DECIDES'),
  ),
  achievementCap: setting('120', 'PP 30/2019', 'Highest achievement of one indicator, in per cent.', number(100, 200)),
  levelLow: setting(
    '90',
    'LOCAL (bands of PP 30/2019)',
    'Below this achievement a result is below expectation, in per cent.',
    number(0, 120),
  ),
  levelHigh: setting(
    '110',
    'LOCAL (bands of PP 30/2019)',
    'From this achievement on a result is above expectation, in per cent.',
    number(0, 200),
  ),
  resultMode: setting(
    'RULE',
    'PermenPANRB 6/2022',
    'RULE follows the wording of the rule, SCORE the weighted score.',
    choice('RULE', 'SCORE'),
  ),
  smallPartMax: setting('0.30', 'LOCAL', 'The "small part" of the results that may be below, share 0–1.', number(0, 1)),
  maxExcludedWeightPct: setting(
    '40',
    'LOCAL',
    'Most weight that may be left out before there is no rating, in per cent.',
    number(0, 100),
  ),
  ceilingCountsAsAbove: setting(
    'false',
    'LOCAL (PermenPANRB 8/2021 had true)',
    'Whether reaching a natural maximum counts as above.',
    flag,
  ),
  zeroMode: setting(
    'STRICT',
    'LOCAL',
    'Minimised indicator with target 0: all or nothing, or a deduction per event.',
    choice('STRICT', 'LINEAR'),
  ),
  zeroPenalty: setting('25', 'LOCAL', 'Percentage points lost per event when zeroMode is LINEAR.', number(0, 120)),
  raterWeights: setting(
    '60/20/20',
    'LOCAL',
    'Weights of superior, peers, subordinates in behaviour, in per cent.',
    weights('ATASAN', 'REKAN', 'BAWAHAN'),
  ),
  anonymityMinRaters: setting('3', 'LOCAL', 'Peers or subordinates count from this many raters on.', whole(2, 20)),
  distMode: setting('WARN', 'SE MenPANRB 3/2023', 'What a broken distribution pattern does.', choice('WARN', 'BLOCK', 'OFF')),
  distMinN: setting('10', 'LOCAL', 'Below this many people the pattern is advice only.', whole(1, 1_000)),
  objectionDays: setting('14', 'PP 30/2019', 'Days in which an objection may be filed.', whole(1, 90)),
  objectionDayType: setting('CALENDAR', 'LOCAL', 'How the days of an objection are counted.', choice('CALENDAR', 'WORKING')),
  objectionHearingDays: setting('7', 'LOCAL', 'Days in which both sides of an accepted objection are heard.', whole(1, 90)),
  objectionDecisionDays: setting('14', 'LOCAL', 'Days in which an objection is decided.', whole(1, 90)),
  improvementMonths: setting('6', 'PP 30/2019', 'Months of an improvement plan.', whole(1, 24)),
  promotionMinPredikat: setting('BAIK', 'PP 99/2000', 'Least predikat for promotion.', choice('BAIK', 'SANGAT_BAIK')),
  promotionYears: setting('2', 'PP 99/2000', 'Years in a row in which the least predikat is needed.', whole(1, 5)),
  improvementDays: setting('14', 'LOCAL', 'Days after a low final result in which an improvement plan is opened.', whole(1, 90)),
  talentPerformance: setting(
    'PREDIKAT',
    'LOCAL (axes of PermenPANRB 3/2020)',
    'What the performance axis of the talent boxes reads: the predikat, or the level of hasil kerja.',
    choice('PREDIKAT', 'RESULT'),
  ),
  talentHighScore: setting(
    '80',
    'LOCAL (axes of PermenPANRB 3/2020)',
    'Least score of the potential assessment for high potential, 0–100.',
    number(0, 100),
  ),
  talentMidScore: setting(
    '60',
    'LOCAL (axes of PermenPANRB 3/2020)',
    'Least score of the potential assessment for middle potential, 0–100.',
    number(0, 100),
  ),
  awardBaselineYears: setting(
    '3',
    'LOCAL',
    'Years before, from which a fall in counted events is told from chance (regression to the mean).',
    whole(1, 5),
  ),
  jpMinPns: setting('20', 'PP 11/2017', 'Least training hours of a PNS a year, in JP.', whole(0, 400)),
  jpMaxPppk: setting('24', 'PP 49/2018', 'Most training hours of a PPPK a year, in JP.', whole(0, 400)),
  jpMinPppk: setting('', 'LOCAL', 'Least training hours of a PPPK a year, in JP; empty for none.', optional(whole(0, 400))),
  jpMinutes: setting('45', 'LOCAL (customary)', 'Length of one JP, in minutes.', whole(30, 60)),
  minAttendancePct: setting('80', 'LOCAL', 'Least attendance for training hours to count, in per cent.', number(0, 100)),
  checkpoints: setting('30,60,90', 'LOCAL', 'Days after a programme on which a monitoring team looks again.', days),
  freeServiceU4: setting('EXCLUDE', 'LOCAL', 'How the element "cost" counts for free services.', choice('EXCLUDE', 'FULL')),
  oneDayClock: setting('ELAPSED_24H', 'LOCAL', 'How a time limit of one day is counted.', choice('ELAPSED_24H', 'WORKING_DAY')),
  reopenDays: setting(
    '7',
    'LOCAL',
    'Days after an answer in which opening the complaint again undoes its one-day success.',
    whole(0, 90),
  ),
  complaintReopenDays: setting(
    '10',
    'LOCAL',
    'Days after an answer in which a citizen may open a complaint again.',
    whole(1, 90),
  ),
  complaintVerifyDays: setting('3', 'LOCAL', 'Working days in which a complaint is verified.', whole(1, 30)),
  slaNormative: setting('5', 'PermenPANRB 62/2018', 'Working days for a normative complaint.', whole(1, 180)),
  slaNonSupervision: setting('14', 'PermenPANRB 62/2018', 'Working days for a complaint outside supervision.', whole(1, 180)),
  slaSupervision: setting('60', 'PermenPANRB 62/2018', 'Working days for a complaint that needs supervision.', whole(1, 180)),
  feedbackKeptMonths: setting('12', 'LOCAL', 'Months after its quarter for which unnamed feedback is kept.', whole(3, 120)),
  kPublic: setting('10', 'LOCAL', 'Fewest people in a published figure.', whole(2, 100)),
  kInternal: setting('5', 'LOCAL', 'Fewest people in an internal figure.', whole(2, 100)),
  kCell: setting('5', 'LOCAL', 'Fewest people in one cell of a table.', whole(2, 100)),
  oiWeights: setting(
    '40/20/15/15/10',
    'LOCAL',
    'Weights of the objectivity index, in per cent.',
    weights('ms', 'ev', 'ra', 'sev', 'dc'),
  ),
  systemOfRecordGuru: setting(
    'RUANG_GTK',
    'SE BKN 11/2023',
    'Where teachers are appraised; their results are only imported.',
    choice('RUANG_GTK'),
  ),
  didMinN: setting('10', 'LOCAL', 'Fewest people in each arm of an impact estimate.', whole(2, 1_000)),
} as const satisfies Record<string, Setting<unknown>>

export type SettingKey = keyof typeof settings

export type Settings = { readonly [Key in SettingKey]: ReturnType<(typeof settings)[Key]['parse']> }

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key)
}

/** All settings with their types; keys that nobody set take the default. Texts that a newer or older version stored badly throw INVALID_INPUT. */
export function readSettings(texts: ReadonlyMap<string, string>): Settings {
  const entries = Object.entries(settings).map(([key, { fallback, parse }]) => [key, parse(texts.get(key) ?? fallback)])
  return Object.fromEntries(entries) as Settings
}
