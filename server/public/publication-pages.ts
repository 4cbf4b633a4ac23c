import { toCsv } from '../exchange/rules/guard.ts'
import type { Language, Sentence } from '../language.ts'
import { found, notFound } from '../list.ts'
import { classes, coveragePct, type Edition } from '../publication/rules/edition.ts'
import { isUnsur, mutuWords, unsur } from '../surveys/rules/unsur.ts'
import type { PublicAnswer, PublicRoutes, PublicVisit } from './doors.ts'
import { type Html, html } from './html.ts'
import { classWords, publicationWords as words } from './publication-words.ts'

/** The accountability page: `/publik` shows the newest edition, `/publik/<number>` any of them, with its tables as CSV beside it. */
export const publicationRoutes: PublicRoutes = {
  'GET /publik': async (visit) => {
    const newest = await visit.database.prisma.publicEdition.findFirst({
      where: { withdrawnAt: null },
      orderBy: { number: 'desc' },
    })
    return editionPage(visit, newest)
  },
  'GET /publik/:number(\\d{1,6})': async (visit) => editionPage(visit, await editionOf(visit)),
  'GET /publik/:number(\\d{1,6})/:table.csv': async (visit) => {
    const edition = await editionOf(visit)
    const table = visit.params.table
    if (edition.withdrawnAt !== null || (table !== 'predikat' && table !== 'kepuasan' && table !== 'pengaduan')) throw notFound()
    const rows = csvRows[table](edition.content as unknown as Edition)
    const fileName = `tera-${table}-edisi-${edition.number}.csv`
    return { text: toCsv(rows), type: 'text/csv; charset=utf-8', fileName, maxAge: anHour }
  },
}

const anHour = 3_600

type Row = Awaited<ReturnType<typeof editionOf>>

async function editionOf({ database, params }: PublicVisit) {
  return found(await database.prisma.publicEdition.findUnique({ where: { number: Number(params.number) } }))
}

const csvRows = {
  predikat: ({ distribution }: Edition) => [
    ['KODE UNIT', 'UNIT', 'PEGAWAI', ...classes, 'CAKUPAN PERSEN'],
    ...distribution.map((row) => [row.code, row.name || words.together.id, row.total, ...row.cells, coveragePct(row)]),
  ],
  kepuasan: ({ satisfaction }: Edition) => [
    ['KODE UNIT', 'UNIT', 'RESPONDEN', 'IKM', 'SELANG 95', 'MUTU', 'UNSUR TERENDAH'],
    ...satisfaction.map((row) => [row.code, row.name, row.respondents, row.ikm, row.halfWidth95, row.mutu, row.lowest]),
  ],
  pengaduan: ({ oneDay }: Edition) => [
    ['KODE UNIT', 'UNIT', 'PENGADUAN', 'SELESAI SEHARI', 'BATAS BAWAH 95', 'BATAS ATAS 95'],
    ...oneDay.map((row) => [row.code, row.name, row.eligible, row.rate, row.ciLow, row.ciHigh]),
  ],
} as const

async function editionPage({ database, language }: PublicVisit, edition: Row | null): Promise<PublicAnswer> {
  const others = await database.prisma.publicEdition.findMany({
    orderBy: { number: 'desc' },
    take: 20,
    select: { number: true, withdrawnAt: true, period: { select: { key: true } } },
  })
  const list = others.length > 0 && [
    html`<h2>${words.editions[language]}</h2>`,
    html`<ul>${others.map(
      ({ number, withdrawnAt, period }) =>
        html`<li><a href="/publik/${number}${language === 'en' && '?bahasa=en'}">${words.edition[language]} ${number} · ${period.key}</a>${withdrawnAt && ` (${words.withdrawn[language]})`}</li>`,
    )}</ul>`,
  ]
  if (!edition) return { title: words.title, isWide: true, body: html`<p class="note">${words.none[language]}</p>` }
  const published = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Asia/Jakarta' }).format(edition.publishedAt)
  const body =
    edition.withdrawnAt === null
      ? tablesOf(edition.number, edition.content as unknown as Edition, language)
      : html`<p class="bad">${words.withdrawnNote[language]} ${edition.withdrawReason}</p>`
  return {
    title: words.title,
    isWide: true,
    maxAge: 300,
    body: html`<p>${words.edition[language]} ${edition.number} · ${published}</p>
${body}
${list}
<h2>${words.method[language]}</h2>
${words.methodLines.map((line) => html`<p>${line[language]}</p>`)}
<p class="soft">SHA-256 ${edition.contentHash}</p>`,
  }
}

function tablesOf(number: number, edition: Edition, language: Language): Html {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const figure = (value: number | null) =>
    html`<td class="number">${value === null ? html`<abbr title="${words.heldBack[language]}">•</abbr>` : format.format(value)}</td>`
  const table = (name: string, title: Sentence, heads: readonly Sentence[], rows: readonly Html[]) =>
    html`<h2>${title[language]}</h2>${
      rows.length === 0
        ? html`<p class="soft">${words.empty[language]}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${title[language]}"><table><thead><tr>${heads.map((head, index) => html`<th scope="col"${index > 0 && html` class="number"`}>${head[language]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>
<p><a href="/publik/${number}/${name}.csv">${words.download[language]}</a></p>`
    }`
  const cityRow = ({ distribution, totals }: Edition) => {
    const total = distribution.reduce((sum, row) => sum + row.total, 0)
    return html`<tr><th scope="row">${words.city[language]}</th>${figure(total)}${totals.map(figure)}${figure(coveragePct({ total, cells: totals }))}</tr>`
  }
  const unit = (name: string) => html`<th scope="row">${name || words.together[language]}</th>`
  return html`<p>${words.period[language]} ${edition.periodKey}</p>
${table(
  'predikat',
  words.distribution,
  [words.unit, words.people, ...classes.map((one) => classWords[one]), words.coverage],
  [
    ...edition.distribution.map(
      (row) => html`<tr>${unit(row.name)}${figure(row.total)}${row.cells.map(figure)}${figure(coveragePct(row))}</tr>`,
    ),
    ...(edition.totals.length > 0 ? [cityRow(edition)] : []),
  ],
)}
${table(
  'kepuasan',
  words.satisfaction,
  [words.unit, words.respondents, words.ikm, words.interval, words.mutu, words.lowest],
  edition.satisfaction.map(
    (row) =>
      html`<tr>${unit(row.name)}${figure(row.respondents)}${figure(row.ikm)}<td class="number">± ${row.halfWidth95 === null ? '–' : format.format(row.halfWidth95)}</td><td class="number">${row.mutu} · ${mutuWords[row.mutu as keyof typeof mutuWords][language]}</td><td class="number">${row.lowest && isUnsur(row.lowest) && unsur[row.lowest].name[language]}</td></tr>`,
  ),
)}
${table(
  'pengaduan',
  words.oneDay,
  [words.unit, words.complaints, words.rate, words.interval],
  edition.oneDay.map(
    (row) =>
      html`<tr>${unit(row.name)}${figure(row.eligible)}<td class="number">${format.format(row.rate * 100)} %</td><td class="number">${format.format(row.ciLow * 100)}–${format.format(row.ciHigh * 100)} %</td></tr>`,
  ),
)}`
}
