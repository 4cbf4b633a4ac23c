import { complaintCategoryWords } from '../complaints/rules/state-words.ts'
import { type PublishedFkp, publishedFkp, publishedFkps } from '../forums/queries/published.ts'
import { fkpRoleWords } from '../forums/rules/state-words.ts'
import type { Language, Sentence } from '../language.ts'
import { found } from '../list.ts'
import { inLanguage } from './complaint-form.ts'
import type { PublicRoutes } from './doors.ts'
import { html } from './html.ts'

const texts = {
  title: { id: 'Anda sampaikan, kami lakukan', en: 'You said, we did' },
  lead: {
    id: 'Hasil forum konsultasi publik: apa yang disampaikan warga, apa yang disepakati, dan apa yang sudah dilakukan.',
    en: 'Results of public consultation forums: what citizens said, what was agreed, and what was done.',
  },
  none: { id: 'Belum ada forum yang dipublikasikan.', en: 'No forum has been published yet.' },
  forum: { id: 'Forum', en: 'Forum' },
  held: { id: 'Tanggal', en: 'Day' },
  agreements: { id: 'Kesepakatan', en: 'Agreements' },
  place: { id: 'Tempat', en: 'Place' },
  purpose: { id: 'Tujuan', en: 'Purpose' },
  present: { id: 'Yang hadir', en: 'Who was there' },
  said: { id: 'Anda sampaikan', en: 'You said' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  did: { id: 'Kami lakukan', en: 'We did' },
  running: { id: 'Sedang dikerjakan, paling lambat', en: 'Being done, by' },
  late: { id: 'Terlambat; tenggatnya', en: 'Late; it was due by' },
  dropped: { id: 'Tidak dilanjutkan', en: 'Not pursued' },
  proof: { id: 'Bukti', en: 'Proof' },
  minutes: { id: 'Berita acara', en: 'Minutes' },
  all: { id: 'Semua forum', en: 'All forums' },
} as const satisfies Record<string, Sentence>

const day = (date: Date, language: Language) =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date)

type Agreement = PublishedFkp['issues'][number]['agreements'][number]

/** What came of an agreement, in words. */
function outcomeOf({ state, dueOn, result, proofUrl }: Agreement, language: Language, now: Date) {
  const say = (sentence: Sentence) => sentence[language]
  if (state === 'BERJALAN') return html`${say(dueOn < now ? texts.late : texts.running)} ${day(dueOn, language)}`
  return html`${state === 'TIDAK_DILANJUTKAN' && html`<strong>${say(texts.dropped)}:</strong> `}${result}${
    proofUrl && html` <a href="${proofUrl}" rel="nofollow noreferrer">${say(texts.proof)}</a>`
  }`
}

function counted(roles: readonly { readonly role: keyof typeof fkpRoleWords }[], language: Language): string {
  const groups = [...Map.groupBy(roles, ({ role }) => role)]
  return groups.map(([role, all]) => `${fkpRoleWords[role][language]} (${all.length})`).join(', ')
}

/** Published forums, as “you said, we did”. */
export const forumRoutes: PublicRoutes = {
  'GET /forum': async ({ database, language }) => {
    const forums = await publishedFkps(database.prisma)
    const say = (sentence: Sentence) => sentence[language]
    const rows = forums.map(
      ({ id, title, heldOn, unit, _count }) =>
        html`<tr><td><a href="${inLanguage(`/forum/${id}`, language)}">${title}</a><br><span class="soft">${unit.name}</span></td><td>${day(heldOn, language)}</td><td class="number">${_count.agreements}</td></tr>`,
    )
    const body = html`<p>${say(texts.lead)}</p>${
      rows.length === 0
        ? html`<p class="note">${say(texts.none)}</p>`
        : html`<div class="scroll"><table><thead><tr><th scope="col">${say(texts.forum)}</th><th scope="col">${say(texts.held)}</th><th scope="col" class="number">${say(texts.agreements)}</th></tr></thead><tbody>${rows}</tbody></table></div>`
    }`
    return { title: texts.title, body, maxAge: 300 }
  },
  'GET /forum/:id': async ({ database, language, now, params }) => {
    const id = params.id ?? ''
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    const forum = found(isId ? await publishedFkp(database.prisma, id) : null)
    const say = (sentence: Sentence) => sentence[language]
    const issues = forum.issues.map(
      ({ category, raisedBy, text, unit, agreements }) =>
        html`<h2>${say(texts.said)}: ${say(complaintCategoryWords[category])}</h2><p>${text}</p><p class="soft">${fkpRoleWords[raisedBy][language]} · ${unit.name}</p><dl>${agreements.map(
          (one) =>
            html`<dt>${say(texts.agreed)}</dt><dd>${one.text}</dd><dt>${say(texts.did)}</dt><dd>${outcomeOf(one, language, now)}</dd>`,
        )}</dl>`,
    )
    const body = html`<dl><dt>${say(texts.forum)}</dt><dd>${forum.title} · ${forum.unit.name}</dd><dt>${say(texts.held)}</dt><dd>${day(forum.heldOn, language)}</dd><dt>${say(texts.place)}</dt><dd>${forum.place}</dd><dt>${say(texts.purpose)}</dt><dd>${forum.purpose}</dd><dt>${say(texts.present)}</dt><dd>${counted(forum.invitations, language)}</dd></dl>
${issues}
<h2>${say(texts.minutes)}</h2><p>${forum.minutes?.split('\n').map((line) => html`${line}<br>`)}</p>
<p><a href="${inLanguage('/forum', language)}">${say(texts.all)}</a></p>`
    return { title: texts.title, body, maxAge: 300 }
  },
}
