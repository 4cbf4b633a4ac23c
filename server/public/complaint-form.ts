import { randomBytes } from 'node:crypto'
import { codeOf, fileComplaint } from '../complaints/commands/file.ts'
import { filedContent } from '../complaints/commands/inputs.ts'
import { complaintCategoryWords } from '../complaints/rules/state-words.ts'
import { codeHash } from '../complaints/rules/tracking-code.ts'
import { DomainError } from '../errors.ts'
import type { Language, Sentence } from '../language.ts'
import { complaintKeys } from '../quarter-keys.ts'
import { execute } from '../transact.ts'
import { complaintTexts as texts } from './complaint-words.ts'
import type { PublicAnswer, PublicRoutes, PublicVisit } from './doors.ts'
import { choiceField, hiddenField, selectField, textField } from './fields.ts'
import { html } from './html.ts'

/** Most offices that the form offers to choose from. */
const mostUnits = 500

/** The address of a page in the language of the visitor. */
export function inLanguage(path: string, language: Language, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...more, ...(language === 'en' ? { bahasa: 'en' } : {}) }).toString()
  return query === '' ? path : `${path}?${query}`
}

type Faults = Readonly<Partial<Record<string, Sentence>>>

async function formPage({ database, language, form }: PublicVisit, faults: Faults, codeFault: boolean): Promise<PublicAnswer> {
  const units = await database.prisma.unit.findMany({
    where: { isServiceUnit: true, closedOn: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostUnits,
    select: { id: true, name: true },
  })
  const say = (sentence: Sentence) => sentence[language]
  const wrong = (name: string) => faults[name]?.[language]
  const typed = (name: string) => form.get(name) ?? ''
  const isRefused = Object.keys(faults).length > 0
  const body = html`
<p>${say(texts.lead)}</p>
${isRefused && html`<p class="bad" role="alert">${say(texts.mend)}</p>`}
<form method="post" action="${inLanguage('/aduan', language)}" novalidate>
${hiddenField('rahasia', typed('rahasia') || randomBytes(24).toString('base64url'))}
${selectField({ name: 'kategori', label: say(texts.category), isRequired: true, value: typed('kategori'), wrong: wrong('kategori'), choices: Object.entries(complaintCategoryWords).map(([value, words]) => ({ value, label: say(words) })) })}
${selectField({ name: 'unit', label: say(texts.unit), hint: say(texts.unitHint), value: typed('unit'), wrong: wrong('unit'), choices: units.map(({ id, name }) => ({ value: id, label: name })) })}
${choiceField({
  name: 'pejabat',
  label: say(texts.official),
  hint: say(texts.officialHint),
  isRequired: true,
  value: typed('pejabat'),
  wrong: wrong('pejabat'),
  choices: [
    { value: 'tidak', label: say(texts.no) },
    { value: 'ya', label: say(texts.yes) },
  ],
})}
${textField({ name: 'uraian', label: say(texts.description), hint: say(texts.descriptionHint), isRequired: true, isLong: true, maxLength: 4_000, value: typed('uraian'), wrong: wrong('uraian') })}
${textField({ name: 'tautan', label: say(texts.link), hint: say(texts.linkHint), maxLength: 500, value: typed('tautan'), wrong: wrong('tautan') })}
${textField({ name: 'nama', label: say(texts.identity), hint: say(texts.identityHint), maxLength: 100, value: typed('nama'), wrong: wrong('nama') })}
${textField({ name: 'kontak', label: say(texts.contact), maxLength: 100, value: typed('kontak') })}
<p><button>${say(texts.send)}</button></p>
</form>
<h2>${say(texts.follow)}</h2>
<form method="get" action="/aduan" novalidate>
${language === 'en' && hiddenField('bahasa', 'en')}
${textField({ name: 'kode', label: say(texts.code), hint: say(texts.codeHint), maxLength: 40, wrong: codeFault ? say(texts.badCode) : undefined })}
<p><button>${say(texts.open)}</button></p>
</form>`
  return { title: texts.title, body, status: isRefused || codeFault ? 422 : 200 }
}

/** What was typed, as the command takes it; what is wrong with it by the name of its field. */
function readForm(form: URLSearchParams) {
  const typed = (name: string) => (form.get(name) ?? '').trim()
  const [name, contact, link, about] = [typed('nama'), typed('kontak'), typed('tautan'), typed('pejabat')]
  const read = filedContent.safeParse({
    category: typed('kategori'),
    unitId: typed('unit') || null,
    description: typed('uraian'),
    links: link === '' ? [] : [link],
    isAboutOfficial: about === 'ya',
    identity: name === '' && contact === '' ? null : { name, contact },
  })
  const at = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])))
  const faults: Faults = {
    ...(at.has('category') ? { kategori: texts.choose } : {}),
    ...(at.has('unitId') ? { unit: texts.choose } : {}),
    ...(about === 'ya' || about === 'tidak' ? {} : { pejabat: texts.choose }),
    ...(at.has('description') ? { uraian: texts.tooShort } : {}),
    ...(at.has('links') ? { tautan: texts.badLink } : {}),
    ...(at.has('identity') ? { nama: texts.needContact } : {}),
  }
  return read.success && Object.keys(faults).length === 0 ? { content: read.data } : { faults }
}

async function file(visit: PublicVisit): Promise<PublicAnswer> {
  const { database, form, now, actor, language } = visit
  const secret = form.get('rahasia') ?? ''
  const { content, faults } = readForm(form)
  if (!content) return formPage(visit, faults, false)
  const done = { location: inLanguage(`/aduan/${codeOf(secret, content)}`, language, { baru: '1' }) }
  try {
    await execute(database, fileComplaint(complaintKeys()), { ...content, secret }, { actor, now })
  } catch (error) {
    // The same form was sent before: its complaint is there, under the same code.
    if (error instanceof DomainError && error.code === 'CONFLICT') return done
    if (error instanceof DomainError && error.code === 'INVALID_INPUT') return formPage(visit, { unit: texts.choose }, false)
    throw error
  }
  return done
}

/** The form for a complaint: works without JavaScript, an account or a name. */
export const complaintFormRoutes: PublicRoutes = {
  'GET /aduan': async (visit) => {
    const code = visit.query.get('kode')
    if (code === null) return formPage(visit, {}, false)
    return codeHash(code) === null
      ? formPage(visit, {}, true)
      : { location: inLanguage(`/aduan/${encodeURIComponent(code.trim())}`, visit.language) }
  },
  'POST /aduan': file,
}
