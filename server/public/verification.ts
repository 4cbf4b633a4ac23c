import { stateWords } from '../appraisals/rules/state-words.ts'
import { type Verification, verificationOf } from '../documents/queries/verification.ts'
import type { Language, Sentence } from '../language.ts'
import type { PublicRoutes } from './doors.ts'
import { textField } from './fields.ts'
import { type Html, html } from './html.ts'
import type { PublicPage } from './page.ts'

const words = {
  title: { id: 'Keaslian berkas penilaian', en: 'Authenticity of a dossier' },
  asked: { id: 'Kode pada berkas', en: 'Code on the document' },
  check: { id: 'Periksa', en: 'Check' },
  hint: {
    id: 'Kode terdiri dari 16 huruf dan angka, tertera di bawah kode QR dan pada kaki setiap halaman.',
    en: 'The code has 16 letters and digits; it stands below the QR code and at the foot of each page.',
  },
  unknown: {
    id: 'Tidak ada berkas dengan kode ini. Periksa kembali ketikannya; jika kodenya benar, berkas itu tidak diterbitkan oleh sistem ini.',
    en: 'There is no document with this code. Check what you typed; if the code is right, this system did not issue the document.',
  },
  code: { id: 'Kode', en: 'Code' },
  printed: { id: 'Tanggal cetak', en: 'Printed on' },
  state: { id: 'Status penilaian saat dicetak', en: 'State of the appraisal when it was printed' },
  contentHash: { id: 'Sidik isi (SHA-256)', en: 'Hash of the content (SHA-256)' },
  fileHash: { id: 'Sidik berkas PDF (SHA-256)', en: 'Hash of the PDF file (SHA-256)' },
  compare: { id: 'Cara membandingkan', en: 'How to compare' },
  paper: {
    id: 'Di atas kertas: sidik isi pada kaki setiap halaman harus sama dengan sidik isi di atas.',
    en: 'On paper: the hash of the content at the foot of each page must equal the one above.',
  },
  file: {
    id: 'Berkas PDF: hitung SHA-256 berkas itu di komputer Anda dan cocokkan dengan sidik berkas di atas. Satu huruf yang diubah menghasilkan sidik yang lain. Berkas tidak perlu dikirim ke mana pun.',
    en: 'A PDF file: compute its SHA-256 on your computer and compare it with the hash of the file above. One changed letter gives another hash. The file need not be sent anywhere.',
  },
  silent: {
    id: 'Halaman ini hanya menyatakan keaslian berkas. Nama, unit kerja, dan hasil penilaian tidak ditampilkan.',
    en: 'This page states whether the document is authentic. It shows no name, no unit and no result.',
  },
} as const satisfies Record<string, Sentence>

const standings = {
  VALID: { tone: 'good', id: 'Asli dan masih berlaku.', en: 'Authentic and valid.' },
  OUTDATED: {
    tone: 'bad',
    id: 'Asli, tetapi penilaian sudah berlanjut sesudah dicetak: berkas ini bukan keadaan terakhir.',
    en: 'Authentic, but the appraisal went on after it was printed: the document does not show the present state.',
  },
  SUPERSEDED: {
    tone: 'bad',
    id: 'Asli, tetapi tidak berlaku lagi: penilaian ini sudah digantikan versi yang lebih baru.',
    en: 'Authentic, but no longer valid: a newer version replaced the appraisal.',
  },
  REVOKED: { tone: 'bad', id: 'Tidak berlaku: berkas ini sudah dicabut.', en: 'Not valid: the document was revoked.' },
} as const satisfies Record<Verification['standing'], Sentence & { readonly tone: 'good' | 'bad' }>

/** `/verifikasi/<code>`: is a printed dossier authentic? It says nothing of whom or of what. */
export const verificationRoutes: PublicRoutes = {
  'GET /verifikasi': async ({ language, query }) => {
    const asked = query.get('kode')
    if (asked !== null)
      return { location: `/verifikasi/${encodeURIComponent(asked.slice(0, 40))}${language === 'en' ? '?bahasa=en' : ''}` }
    return { title: words.title, body: html`${form(language)}<p>${words.silent[language]}</p>`, isHidden: true }
  },
  'GET /verifikasi/:code': async ({ database, params, language }) => {
    const verification = await verificationOf(database.reads, decoded(params.code ?? ''))
    return verification ? known(verification, language) : unknown(language)
  },
}

/** The code without its percent signs; what cannot be read is no code. */
function decoded(code: string): string {
  return /^(?:[^%]|%[0-7][\da-f])*$/i.test(code) ? decodeURIComponent(code).slice(0, 40) : ''
}

function unknown(language: Language): PublicPage {
  const body = html`<p class="bad" role="alert">${words.unknown[language]}</p>${form(language)}`
  return { title: words.title, body, status: 404, isHidden: true }
}

function form(language: Language): Html {
  const field = textField({
    name: 'kode',
    label: words.asked[language],
    hint: words.hint[language],
    maxLength: 40,
    isRequired: true,
  })
  const hidden = language === 'en' && html`<input type="hidden" name="bahasa" value="en">`
  return html`<form action="/verifikasi">${field}${hidden}<button>${words.check[language]}</button></form>`
}

function known({ code, contentHash, fileHash, printedAt, printedState, standing }: Verification, language: Language): PublicPage {
  const day = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'Asia/Jakarta' })
  const { tone, ...sentence } = standings[standing]
  const body = html`<p class="${tone}" role="status">${sentence[language]}</p>
<dl><dt>${words.code[language]}</dt><dd>${code}</dd>
<dt>${words.printed[language]}</dt><dd>${day.format(printedAt)}</dd>
<dt>${words.state[language]}</dt><dd>${stateWords[printedState][language]}</dd>
<dt>${words.contentHash[language]}</dt><dd><code>${contentHash}</code></dd>
<dt>${words.fileHash[language]}</dt><dd><code>${fileHash}</code></dd></dl>
<h2>${words.compare[language]}</h2>
<ul><li>${words.paper[language]}</li><li>${words.file[language]} <code>sha256sum berkas.pdf</code> (Linux), <code>shasum -a 256 berkas.pdf</code> (macOS), <code>certutil -hashfile berkas.pdf SHA256</code> (Windows).</li></ul>
<p>${words.silent[language]}</p>`
  return { title: words.title, body, isHidden: true }
}
