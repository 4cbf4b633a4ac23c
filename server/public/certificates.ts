import type { Language, Sentence } from '../language.ts'
import { type CertificateStanding, certificateOf } from '../pembinaan/queries/certificates.ts'
import type { PublicRoutes } from './doors.ts'
import { type Html, html } from './html.ts'
import type { PublicPage } from './page.ts'

const words = {
  title: { id: 'Keaslian sertifikat', en: 'Authenticity of a certificate' },
  valid: { id: 'Asli dan masih berlaku.', en: 'Authentic and valid.' },
  revoked: { id: 'Tidak berlaku: sertifikat ini sudah dicabut.', en: 'Not valid: the certificate was revoked.' },
  unknown: {
    id: 'Tidak ada sertifikat dengan kode ini. Periksa kembali ketikannya; jika kodenya benar, sertifikat itu tidak diterbitkan oleh sistem ini.',
    en: 'There is no certificate with this code. Check what you typed; if the code is right, this system did not issue it.',
  },
  number: { id: 'Nomor', en: 'Number' },
  programme: { id: 'Program', en: 'Programme' },
  provider: { id: 'Penyelenggara', en: 'Provider' },
  jp: { id: 'Jam pelajaran', en: 'Hours (JP)' },
  issued: { id: 'Tanggal terbit', en: 'Issued on' },
  silent: {
    id: 'Cocokkan nomornya dengan sertifikat. Nama dan nilai pemegangnya tidak ditampilkan.',
    en: 'Compare the number with the certificate. The name and scores of its holder are not shown.',
  },
} as const satisfies Record<string, Sentence>

/** `/sertifikat/<code>`: is a certificate of a programme authentic? It says nothing of whose it is. */
export const certificateRoutes: PublicRoutes = {
  'GET /sertifikat/:code': async ({ database, params, language }): Promise<PublicPage> => {
    const certificate = await certificateOf(database.reads, (params.code ?? '').slice(0, 60))
    if (certificate) return { title: words.title, body: known(certificate, language), isHidden: true }
    return {
      title: words.title,
      body: html`<p class="bad" role="alert">${words.unknown[language]}</p>`,
      status: 404,
      isHidden: true,
    }
  },
}

function known({ number, programme, provider, jp, issuedAt, isRevoked }: CertificateStanding, language: Language): Html {
  const day = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: 'Asia/Jakarta' })
  const standing = isRevoked ? words.revoked[language] : words.valid[language]
  return html`<p class="${isRevoked ? 'bad' : 'good'}" role="status">${standing}</p>
<dl><dt>${words.number[language]}</dt><dd>${number}</dd>
<dt>${words.programme[language]}</dt><dd>${programme}</dd>
<dt>${words.provider[language]}</dt><dd>${provider}</dd>
<dt>${words.jp[language]}</dt><dd>${jp ?? '–'}</dd>
<dt>${words.issued[language]}</dt><dd>${day.format(issuedAt)}</dd></dl>
<p>${words.silent[language]}</p>`
}
