import { create as createQr } from 'qrcode'
import type { DossierPrint } from '../printers.ts'
import { type DossierContent, type ExplanationLine, stateOnPaper } from '../rules/content.ts'
import { type Cell, type Column, ink, Sheet } from './sheet.ts'

const qrSize = 84

/** The dossier of an appraisal as a PDF of A4 pages, in Indonesian, with an embedded font. */
export async function dossierPdf(print: DossierPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { content } = print
  const title = `Berkas penilaian kinerja ${content.period.key} – ${content.employee.name}`
  const sheet = new Sheet({ title, createdAt: new Date(print.printedAt) })
  head(sheet, print)
  people(sheet, content)
  result(sheet, content)
  signatures(sheet, content)
  explanation(sheet, content.explanation)
  indicators(sheet, content)
  rules(sheet, content)
  history(sheet, content)
  authenticity(sheet, print)
  const foot = `Kode ${print.code} · berkas ke-${content.issue} · SHA-256 isi\n${print.contentHash}`
  return sheet.finish((page, pages) => [foot, `Halaman ${page} dari ${pages}`])
}

const days = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' })
const instants = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' })

const dayOf = (iso: string) => days.format(new Date(`${iso.slice(0, 10)}T12:00:00+07:00`))
const instantOf = (iso: string) => `${instants.format(new Date(iso))} WIB`

const quiet = (text: string, size = 7.5): Cell => ({ text, size, color: ink.quiet })

function head(sheet: Sheet, { content, verificationUrl, code }: DossierPrint): void {
  const { doc, left, width } = sheet
  const top = sheet.y
  drawQr(sheet, verificationUrl, left + width - qrSize, top)
  sheet
    .style({ size: 7, color: ink.quiet })
    .text(code, left + width - qrSize - 20, top + qrSize + 3, { width: qrSize + 40, align: 'center' })
  const textWidth = width - qrSize - 24
  const [office = ''] = content.unitPath.split(' › ')
  sheet.style({ size: 9, color: ink.quiet }).text(office.toUpperCase(), left, top, { width: textWidth, characterSpacing: 0.4 })
  sheet
    .style({ size: 17, isBold: true, color: ink.accent })
    .text('Berkas Penilaian Kinerja', left, doc.y + 2, { width: textWidth })
  const { key, startsOn, endsOn } = content.period
  sheet.style({ size: 10 }).text(`Periode ${key} · ${dayOf(startsOn)} – ${dayOf(endsOn)}`, left, doc.y + 2, { width: textWidth })
  const version = content.version > 1 ? ` · versi ${content.version}` : ''
  sheet
    .style({ size: 10, isBold: true })
    .text(`Status: ${stateOnPaper(content.state)}${version}`, left, doc.y + 2, { width: textWidth })
  for (const note of notesOf(content)) {
    sheet.style({ size: 8.5, color: ink.warn }).text(note, left, doc.y + 3, { width: textWidth })
  }
  sheet.y = Math.max(doc.y, top + qrSize + 14) + 2
}

function notesOf({ state, replaces, objection, system }: DossierContent): string[] {
  return [
    ...(state === 'KEBERATAN' || state === 'PEMERIKSAAN'
      ? [
          'SEMENTARA: keberatan atas hasil ini sedang diperiksa. Angka kredit dan kenaikan pangkat belum dapat didasarkan padanya.',
        ]
      : []),
    ...(state === 'DISAMPAIKAN'
      ? ['Hasil sudah disampaikan dan belum final: pegawai masih dapat menerima atau mengajukan keberatan.']
      : []),
    ...(replaces ? [`Menggantikan versi ${replaces.version} (${replaces.ground}). ${replaces.reason ?? ''}`.trim()] : []),
    ...(objection?.decision ? [`Keberatan diputus: ${objection.decision}.`] : []),
    ...(system === 'RUANG_GTK' ? ['Hasil diimpor dari platform nasional guru; tidak dihitung di sini.'] : []),
  ]
}

/** The QR code as squares, so that it stays sharp on every printer. */
function drawQr({ doc }: Sheet, text: string, x: number, y: number): void {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' })
  const side = qrSize / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * side, y + row * side, side + 0.05, side + 0.05)
    }
  }
  doc.fill('#000000')
}

function people(sheet: Sheet, { employee, penilai, positionTitle, unitPath }: DossierContent): void {
  sheet.heading('Pegawai dan pejabat penilai')
  const columns: Column[] = [{ width: 120 }, { width: sheet.width - 120 }]
  const line = (label: string, text: string) => sheet.row(columns, [[quiet(label, 8.5)], [{ text }]])
  line('Pegawai yang dinilai', `${employee.name}\nNIP ${employee.nip}`)
  line('Jabatan saat dinilai', positionTitle)
  line('Unit kerja saat dinilai', unitPath)
  line('Pejabat penilai', penilai ? `${penilai.name}\nNIP ${penilai.nip}` : 'Tidak tercatat')
}

function result(sheet: Sheet, content: DossierContent): void {
  sheet.heading('Hasil')
  const quarter = sheet.width / 4
  const columns: Column[] = Array.from({ length: 4 }, () => ({ width: quarter }))
  const head = ['Rating hasil kerja', 'Rating perilaku kerja', 'Predikat kinerja', 'Capaian tertimbang']
  sheet.row(
    columns,
    head.map((text) => [quiet(text, 8.5)]),
    { isHead: true },
  )
  const big = (text: string | null): Cell[] => [{ text: text ?? '–', size: 13, isBold: true }]
  const score = content.weightedScore === null ? null : `${content.weightedScore} %`
  sheet.row(columns, [big(content.result), big(content.behaviour), big(content.predikat), big(score)])
  sheet.y += 4
  const { suggestedPredikat, predikat } = content
  if (suggestedPredikat !== null) {
    const differs = suggestedPredikat !== predikat
    sheet.text(
      `Saran dari perhitungan: ${suggestedPredikat}${differs ? ' (berbeda dari penetapan; alasannya ada di bawah)' : ', sama dengan penetapan'}.`,
    )
  }
  sheet.text(
    'Predikat dibaca dari tabel hasil kerja × perilaku (PermenPANRB 6/2022). Capaian tertimbang membantu membaca dan tidak menentukan predikat.',
    quiet(''),
    0,
  )
}

function explanation(sheet: Sheet, lines: readonly ExplanationLine[]): void {
  sheet.heading('Dasar penilaian')
  const columns: Column[] = [
    { width: sheet.width - 190 },
    { width: 50, align: 'right' },
    { width: 65, align: 'right' },
    { width: 75 },
  ]
  sheet.row(
    columns,
    [[quiet('Uraian dan perhitungan', 8.5)], [quiet('Bobot %', 8.5)], [quiet('Nilai', 8.5)], [quiet('Tingkat', 8.5)]],
    { isHead: true },
  )
  const notes = [...new Set(lines.flatMap(({ localNote }) => localNote ?? []))]
  for (const { depth, label, sentence, formula, value, level, weight, localNote } of lines) {
    const mark = localNote === null ? '' : `  [LOKAL ${notes.indexOf(localNote) + 1}]`
    const first: Cell[] = [
      { text: `${label}${mark}`, isBold: depth < 3, size: depth === 0 ? 10 : 9 },
      { text: sentence, size: 8.5 },
      ...(formula === null ? [] : [quiet(formula, 7)]),
    ]
    const shown = value === level ? null : value
    sheet.row(columns, [first, [{ text: weight ?? '' }], [{ text: shown ?? '' }], [{ text: level ?? '' }]], {
      indent: depth * 10,
    })
  }
  if (notes.length === 0) return
  sheet.y += 5
  sheet.text('LOKAL berarti kebijakan daerah yang tidak ditetapkan peraturan nasional:', { size: 8, isBold: true }, 2)
  for (const [index, note] of notes.entries()) sheet.text(`LOKAL ${index + 1}: ${note}`, { size: 7.5, color: ink.quiet }, 1)
}

function indicators(sheet: Sheet, content: DossierContent): void {
  if (content.indicators.length === 0) return
  sheet.heading('Versi indikator')
  const columns: Column[] = [{ width: 60 }, { width: sheet.width - 60 - 40 }, { width: 40, align: 'right' }]
  sheet.row(columns, [[quiet('Kode', 8.5)], [quiet('Definisi dan SHA-256', 8.5)], [quiet('Versi', 8.5)]], { isHead: true })
  for (const { code, name, version, hash } of content.indicators) {
    sheet.row(columns, [[{ text: code }], [{ text: name }, quiet(hash ?? 'tanpa sidik', 7)], [{ text: String(version) }]])
  }
}

function rules(sheet: Sheet, content: DossierContent): void {
  sheet.heading('Kaidah dan pengaturan')
  sheet.text(
    `Versi kaidah perhitungan: ${content.rulesVersion}. Pengaturan di bawah berlaku saat penilaian dihitung dan tersimpan bersamanya.`,
    { size: 8.5 },
  )
  const columns: Column[] = [{ width: sheet.width * 0.42 }, { width: sheet.width * 0.3 }, { width: sheet.width * 0.28 }]
  sheet.row(columns, [[quiet('Pengaturan', 8.5)], [quiet('Nilai', 8.5)], [quiet('Dasar', 8.5)]], { isHead: true })
  for (const { label, value, isLocal, anchor } of content.settings) {
    const basis: Cell = isLocal ? { text: 'LOKAL (kebijakan daerah)', color: ink.warn, size: 8.5 } : { text: anchor, size: 8.5 }
    sheet.row(columns, [[{ text: label }], [{ text: value }], [basis]])
  }
}

function history(sheet: Sheet, { history: reached, objection }: DossierContent): void {
  sheet.heading('Riwayat status')
  const columns: Column[] = [{ width: 170 }, { width: sheet.width - 170 }]
  for (const { state, at } of reached) sheet.row(columns, [[{ text: state }], [{ text: instantOf(at) }]])
  if (objection) {
    const when =
      objection.decidedAt === null
        ? 'belum diputus'
        : `${objection.decision ?? objection.state}, ${instantOf(objection.decidedAt)}`
    sheet.row(columns, [[{ text: 'Keberatan' }], [{ text: when }]])
  }
}

function authenticity(sheet: Sheet, { code, verificationUrl, contentHash, printedAt }: DossierPrint): void {
  sheet.heading('Keaslian')
  sheet.text(
    `Dicetak ${instantOf(printedAt)}. Pindai kode QR pada halaman pertama atau buka ${verificationUrl}: halaman itu menunjukkan apakah berkas dengan kode ${code} asli dan masih berlaku, tanpa menampilkan data pribadi. Sidik isi pada kaki setiap halaman harus sama dengan yang tertera di sana; sidik berkas PDF (SHA-256) dapat dihitung sendiri dan dicocokkan.`,
    { size: 8.5 },
  )
  sheet.text(`Sidik isi: ${contentHash}`, quiet('', 7.5), 0)
}

function signatures(sheet: Sheet, { employee, penilai }: DossierContent): void {
  sheet.need(150)
  sheet.y += 18
  const half = sheet.width / 2 - 12
  const top = sheet.y
  const place = (x: number, role: string, who: { readonly name: string; readonly nip: string } | null) => {
    sheet.style({ size: 9 }).text('........................, ........................', x, top, { width: half })
    sheet.style({ size: 9 }).text(role, x, top + 15, { width: half })
    sheet
      .style({ size: 9, isBold: true })
      .text(who?.name ?? '........................................', x, top + 82, { width: half })
    sheet.style({ size: 8.5, color: ink.quiet }).text(who ? `NIP ${who.nip}` : 'NIP', x, sheet.y, { width: half })
    return sheet.y
  }
  const bottom = Math.max(
    place(sheet.left, 'Pegawai yang dinilai,', employee),
    place(sheet.left + sheet.width / 2 + 12, 'Pejabat penilai kinerja,', penilai),
  )
  sheet.y = bottom
}
