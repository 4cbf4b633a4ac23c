import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../errors.ts'
import { civilDate } from '../identity/rules/civil-date.ts'
import type { Language } from '../language.ts'
import { surveyKeys } from '../quarter-keys.ts'
import { handInAnswer } from '../surveys/commands/answers.ts'
import { longestComment } from '../surveys/commands/sealed-answer.ts'
import { type Answerable, surveyBehind, takesAnswers } from '../surveys/queries/answering.ts'
import { hashCode, readCode } from '../surveys/rules/ticket-code.ts'
import { answerWords, isUnsur } from '../surveys/rules/unsur.ts'
import type { PublicAnswer, PublicRoutes, PublicVisit } from './doors.ts'
import { choiceField, hiddenField, textField, tickField } from './fields.ts'
import { html } from './html.ts'
import type { PublicPage } from './page.ts'
import { surveyPageWords as words } from './survey-words.ts'

const script = readFileSync(join(import.meta.dirname, 'answer.js'), 'utf8')
const scriptPath = `/publik/jawab-${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`
const aYear = 31_536_000

/** The answer page: `/s` asks for the code of a ticket, `/s/<code>` is what a QR code leads to. */
export const surveyRoutes: PublicRoutes = {
  'GET /s': async (visit) => {
    const typed = visit.query.get('kode')
    if (typed === null) return codePage(visit.language)
    const code = readCode(typed)
    const survey = code === null ? null : await surveyOf(visit, code)
    return survey ? { location: addressOf(code ?? '', visit.language) } : codePage(visit.language, typed)
  },
  'GET /s/:code': async (visit) => {
    const { code, survey } = await known(visit)
    if (visit.query.has('terima')) return thanks(visit.language, visit.query.has('samar'))
    return stateOf(survey, visit) ?? form(code, survey, visit.language, new URLSearchParams())
  },
  'POST /s/:code': answer,
  [`GET ${scriptPath}`]: async () => ({ text: script, type: 'text/javascript; charset=utf-8', maxAge: aYear }),
}

async function answer(visit: PublicVisit): Promise<PublicAnswer> {
  const { database, form: sent, language, now, device } = visit
  const { code, survey } = await known(visit)
  const unable = stateOf(survey, visit)
  if (unable) return unable
  const scores = survey.questions.map(({ code: question }) => {
    const given = sent.get(question)
    return given !== null && /^[1-4]$/.test(given) ? Number(given) : 0
  })
  if (scores.every((score) => score === 0)) return form(code, survey, language, sent, words.empty[language])
  const mark = sent.get('sekali') ?? ''
  const once = survey.access === 'TICKET' ? code : `form ${/^[\w-]{22}$/.test(mark) ? mark : newMark()}`
  const mode = sent.get('dibantu') === 'ya' ? 'DIBANTU' : 'MANDIRI'
  const comment = (sent.get('saran') ?? '').trim().slice(0, longestComment)
  const given = { survey, once, scores, mode, comment, device } as const
  const { outcome, isMasked } = await handInAnswer(database, surveyKeys(), given, now)
  // The second sending of one form is no other answer: its sender is thanked as after the first.
  if (outcome === 'ALREADY' && survey.access === 'TICKET') return already(language)
  return { location: `${addressOf(code, language, 'terima=1')}${isMasked ? '&samar=1' : ''}` }
}

/** The survey behind the code of the address; NOT_FOUND says the same of any other code. */
async function known(visit: PublicVisit): Promise<{ readonly code: string; readonly survey: Answerable }> {
  const code = readCode(visit.params.code ?? '')
  const survey = code === null ? null : await surveyOf(visit, code)
  if (code === null || !survey) throw new DomainError('NOT_FOUND', words.codeWrong)
  return { code, survey }
}

function surveyOf({ database }: PublicVisit, code: string): Promise<Answerable | null> {
  return surveyBehind(database.prisma, code, hashCode(code))
}

function addressOf(code: string, language: Language, query = ''): string {
  const parts = [language === 'en' && 'bahasa=en', query].filter(Boolean).join('&')
  return `/s/${code}${parts && `?${parts}`}`
}

const newMark = () => randomBytes(16).toString('base64url')

/** The page for a survey that takes no answer by this code; null where it takes one. */
function stateOf(survey: Answerable, { language, now }: PublicVisit): PublicPage | null {
  if (survey.isUsed) return already(language)
  if (takesAnswers(survey, civilDate(now))) return null
  return { title: words.closedTitle, isHidden: true, body: html`<p class="note">${words.closed[language]}</p>` }
}

function already(language: Language): PublicPage {
  return { title: words.thanksTitle, isHidden: true, body: html`<p class="good" role="status">${words.already[language]}</p>` }
}

function thanks(language: Language, isMasked: boolean): PublicPage {
  const masked = isMasked && html`<p class="note">${words.masked[language]}</p>`
  return {
    title: words.thanksTitle,
    isHidden: true,
    body: html`<p class="good" role="status">${words.thanks[language]}</p>${masked}`,
  }
}

function codePage(language: Language, typed?: string): PublicPage {
  const wrong = typed === undefined ? undefined : words.codeWrong[language]
  const field = textField({
    ...{ name: 'kode', label: words.code[language], hint: words.codeHint[language], value: typed ?? '' },
    ...{ maxLength: 30, isRequired: true, ...(wrong === undefined ? {} : { wrong }) },
  })
  const english = language === 'en' && hiddenField('bahasa', 'en')
  return {
    title: words.codeTitle,
    status: typed === undefined ? 200 : 404,
    body: html`<form method="get" action="/s">${english}${field}<button>${words.go[language]}</button></form>`,
  }
}

function form(code: string, survey: Answerable, language: Language, sent: URLSearchParams, wrong?: string): PublicPage {
  const choices = ([4, 3, 2, 1] as const).map((score) => ({ value: String(score), label: answerWords[score][language] }))
  const fieldOf = ({ code: name, textId, textEn }: Answerable['questions'][number]) =>
    choiceField({ name, label: language === 'id' ? textId : textEn, value: sent.get(name) ?? undefined, choices })
  const unsur = survey.questions.filter((question) => isUnsur(question.code))
  const own = survey.questions.filter((question) => !isUnsur(question.code))
  const comment = textField({
    ...{ name: 'saran', label: words.comment[language], hint: words.commentHint[language], value: sent.get('saran') ?? '' },
    ...{ maxLength: longestComment, isLong: true },
  })
  const once = survey.access === 'OPEN' && hiddenField('sekali', sent.get('sekali') ?? newMark())
  return {
    title: words.title,
    status: wrong === undefined ? 200 : 422,
    isHidden: true,
    scripts: [scriptPath],
    body: html`<p><strong>${survey.unitName}</strong><br>${survey.title}</p>
<p class="soft">${words.intro[language]}</p>${
      wrong &&
      html`
<p class="bad" role="alert">${wrong}</p>`
    }
<form method="post" action="${addressOf(code, language)}" data-answer data-sending="${words.sending[language]}" data-kept="${words.kept[language]}">${once}
${unsur.map(fieldOf)}${
  own.length > 0 &&
  html`
<h2>${words.own[language]}</h2>
${own.map(fieldOf)}`
}
${comment}
${tickField({ name: 'dibantu', label: words.assisted[language], value: sent.get('dibantu') ?? '' })}
<p><button>${words.send[language]}</button></p>
<p id="kabar" class="note" role="status" hidden></p>
</form>`,
  }
}
