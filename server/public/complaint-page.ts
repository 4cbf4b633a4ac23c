import { rateAnswer, reopenComplaint, replyToOffice, withdrawComplaint } from '../complaints/commands/citizen.ts'
import { openStates } from '../complaints/policy.ts'
import { type TrackedComplaint, trackedComplaint } from '../complaints/queries/tracking.ts'
import { complaintCategoryWords, complaintStateWords } from '../complaints/rules/state-words.ts'
import { DomainError } from '../errors.ts'
import type { Language, Sentence } from '../language.ts'
import { say as spoken } from '../language.ts'
import { found } from '../list.ts'
import { cityTimeZone } from '../organization/rules/deadlines.ts'
import { execute } from '../transact.ts'
import { inLanguage } from './complaint-form.ts'
import { meaningOfState, satisfactionWords, speakerOf, complaintTexts as texts } from './complaint-words.ts'
import type { PublicAnswer, PublicRoutes, PublicVisit } from './doors.ts'
import { choiceField, hiddenField, textField, tickField } from './fields.ts'
import { type Html, html } from './html.ts'

const moment = (at: Date, language: Language) =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: cityTimeZone,
  }).format(at)

const isOpen = ({ state }: TrackedComplaint) => (openStates as readonly string[]).includes(state)

function page(
  complaint: TrackedComplaint,
  { language, now, params, query, form }: PublicVisit,
  fault: string | null,
): PublicAnswer {
  const say = (sentence: Sentence) => sentence[language]
  const action = inLanguage(`/aduan/${encodeURIComponent(params.code ?? '')}`, language)
  const line = (label: Sentence, value: string | null) => value !== null && html`<dt>${say(label)}</dt><dd>${value}</dd>`
  const { state, category, unitName, receivedAt, dueAt, decisionReason, forwardedTo, description, messages } = complaint
  const body = html`
${query.get('baru') === '1' && html`<div class="good" role="status"><p>${say(texts.received)}</p></div>`}
<p>${say(texts.code)}: <strong>${params.code ?? ''}</strong></p>
<p class="note">${say(texts.keep)}</p>
${fault !== null && html`<p class="bad" role="alert">${fault}</p>`}
<dl>
${line(texts.state, say(complaintStateWords[state]))}<dd>${say(meaningOfState[state])}</dd>
${line(texts.at, moment(receivedAt, language))}
${isOpen(complaint) && line(texts.due, dueAt && moment(dueAt, language))}
${line(texts.about, [say(complaintCategoryWords[category]), unitName].filter(Boolean).join(' · '))}
${line(texts.agency, forwardedTo)}
${line(texts.reason, decisionReason)}
${line(texts.words, description)}
</dl>
${
  messages.length > 0 &&
  html`<h2>${say(texts.thread)}</h2>
<dl>${messages.map(({ kind, text, at }) => kind !== 'NOTE' && html`<dt>${say(speakerOf[kind])} · ${moment(at, language)}</dt><dd>${paragraphs(text)}</dd>`)}</dl>`
}
${next(complaint, { action, language, now, typed: (name) => form.get(name) ?? '' })}
<p><a href="${inLanguage('/aduan', language)}">${say(texts.another)}</a></p>`
  return { title: texts.tracked, body, isHidden: true, ...(fault === null ? {} : { status: 422 }) }
}

const paragraphs = (text: string) => text.split('\n').map((line) => html`${line}<br>`)

type Form = { readonly action: string; readonly language: Language; readonly now: Date; readonly typed: (name: string) => string }

/** What the citizen may do now. */
function next(complaint: TrackedComplaint, { action, language, now, typed }: Form): Html | false {
  const say = (sentence: Sentence) => sentence[language]
  const form = (step: string, title: Sentence, send: Sentence, fields: readonly (Html | false)[]) =>
    html`<h2>${say(title)}</h2><form method="post" action="${action}" novalidate>${hiddenField('langkah', step)}${fields}<p><button>${say(send)}</button></p></form>`
  if (isOpen(complaint)) {
    return html`${form('balas', texts.reply, texts.replySend, [
      textField({
        name: 'teks',
        label: say(texts.replyLabel),
        isLong: true,
        isRequired: true,
        maxLength: 2_000,
        value: typed('teks'),
      }),
    ])}${form('cabut', texts.withdraw, texts.withdraw, [tickField({ name: 'yakin', label: say(texts.withdrawSure) })])}`
  }
  const { state, satisfaction, reopenUntil } = complaint
  if (state !== 'DIJAWAB' && state !== 'SELESAI') return false
  const until = reopenUntil !== null && now <= reopenUntil ? reopenUntil : null
  const choices = satisfactionWords.map(({ value, label }) => ({ value, label: say(label) }))
  return html`${
    satisfaction === null
      ? form('nilai', texts.rate, texts.rateSend, [
          choiceField({ name: 'nilai', label: say(texts.rate), isRequired: true, value: typed('nilai'), choices }),
          textField({ name: 'catatan', label: say(texts.rateNote), isLong: true, maxLength: 1_000, value: typed('catatan') }),
        ])
      : html`<p class="good">${say(texts.rated)}</p>`
  }${
    until !== null &&
    form('buka', texts.reopen, texts.reopenSend, [
      html`<p>${say(texts.reopenHint)} ${moment(until, language)}.</p>`,
      textField({
        name: 'alasan',
        label: say(texts.reopenLabel),
        isLong: true,
        isRequired: true,
        maxLength: 2_000,
        value: typed('alasan'),
      }),
    ])
  }`
}

/** Takes the step that the form names. */
function take({ database, form, params, actor, now }: PublicVisit): Promise<unknown> {
  const code = params.code ?? ''
  const by = { actor, now }
  switch (form.get('langkah')) {
    case 'balas':
      return execute(database, replyToOffice, { code, text: form.get('teks') ?? '' }, by)
    case 'nilai':
      return execute(database, rateAnswer, { code, satisfaction: Number(form.get('nilai')), note: form.get('catatan') }, by)
    case 'buka':
      return execute(database, reopenComplaint, { code, reason: form.get('alasan') ?? '' }, by)
    case 'cabut':
      if (form.get('yakin') !== 'ya') throw new DomainError('INVALID_INPUT')
      return execute(database, withdrawComplaint, { code }, by)
    default:
      throw new DomainError('INVALID_INPUT')
  }
}

/** Follow a complaint, answer back, rate, open again, withdraw: whoever has the code. An unknown code and no code at all get the same answer. */
export const complaintPageRoutes: PublicRoutes = {
  'GET /aduan/:code': async (visit) =>
    page(found(await trackedComplaint(visit.database.prisma, visit.params.code ?? '')), visit, null),
  'POST /aduan/:code': async (visit) => {
    const { database, params, language } = visit
    const code = params.code ?? ''
    try {
      await take(visit)
      return { location: inLanguage(`/aduan/${encodeURIComponent(code)}`, language) }
    } catch (error) {
      if (!(error instanceof DomainError) || (error.code !== 'INVALID_INPUT' && error.code !== 'WRONG_STATE')) throw error
      const fault = Object.keys(error.fields).length > 0 || error.code === 'INVALID_INPUT' ? texts.wrong : error.sentence
      return page(found(await trackedComplaint(database.prisma, code)), visit, spoken(fault, language))
    }
  },
}
