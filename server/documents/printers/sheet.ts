import { createRequire } from 'node:module'
import PdfDocument from 'pdfkit'

/** Points of A4 and its margins. */
const margin = 48
const footerHeight = 34

export const ink = {
  text: '#1b1f24',
  quiet: '#57606a',
  line: '#c9d1d9',
  shade: '#f3f5f7',
  accent: '#0b4f7d',
  warn: '#8a4b00',
} as const

export type TextStyle = { readonly size?: number; readonly isBold?: boolean; readonly color?: string }

export type Cell = { readonly text: string } & TextStyle
export type Column = { readonly width: number; readonly align?: 'left' | 'right' | 'center' }

const fontFile = (name: string) => createRequire(import.meta.url).resolve(`source-sans/TTF/SourceSans3-${name}.ttf`)

/** A4 paper that breaks pages by itself: headings, tables whose rows stay whole, and a foot on every page. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly left = margin
  readonly width: number

  constructor(info: { readonly title: string; readonly createdAt: Date }) {
    this.doc = new PdfDocument({
      size: 'A4',
      margins: { top: margin, bottom: 0, left: margin, right: margin },
      bufferPages: true,
      lang: 'id-ID',
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: info.title, Author: 'Tera', Creator: 'Tera', Producer: 'Tera', CreationDate: info.createdAt },
    })
    this.doc.registerFont('regular', fontFile('Regular')).registerFont('bold', fontFile('Semibold'))
    this.width = this.doc.page.width - 2 * margin
  }

  get bottom(): number {
    return this.doc.page.height - margin - footerHeight
  }

  get y(): number {
    return this.doc.y
  }

  set y(value: number) {
    this.doc.y = value
  }

  /** Begins a page unless so much height is left. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.doc.addPage()
  }

  style({ size = 9, isBold = false, color = ink.text }: TextStyle): PDFKit.PDFDocument {
    return this.doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color)
  }

  heightOf({ text, ...style }: Cell, width: number): number {
    return this.style(style).heightOfString(text, { width, lineGap: 1 })
  }

  text(text: string, style: TextStyle = {}, gapAfter = 4): void {
    this.need(this.heightOf({ text, ...style }, this.width))
    this.style(style).text(text, this.left, this.y, { width: this.width, lineGap: 1 })
    this.y += gapAfter
  }

  heading(text: string): void {
    this.need(100)
    this.y += 10
    this.style({ size: 11, isBold: true, color: ink.accent }).text(text, this.left, this.y, { width: this.width })
    this.rule(this.y + 1, ink.accent)
    this.y += 6
  }

  rule(y: number, color: string): void {
    this.doc
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .lineWidth(0.6)
      .strokeColor(color)
      .stroke()
  }

  /** A row of cells, each a list of paragraphs, that is never broken over pages; answers nothing and leaves the pen below it. */
  row(columns: readonly Column[], cells: readonly (readonly Cell[])[], { isHead = false, indent = 0 } = {}): void {
    const padding = 4
    const inner = (index: number) => (columns[index]?.width ?? 0) - 2 * padding - (index === 0 ? indent : 0)
    const heights = cells.map((paragraphs, index) =>
      paragraphs.reduce((sum, cell) => sum + this.heightOf(cell, inner(index)) + 1, 0),
    )
    const height = Math.max(...heights, 0) + 2 * 3
    this.need(height)
    const top = this.y
    if (isHead) this.doc.rect(this.left, top, this.width, height).fill(ink.shade)
    let x = this.left
    for (const [index, paragraphs] of cells.entries()) {
      const align = columns[index]?.align ?? 'left'
      let y = top + 3
      for (const { text, ...style } of paragraphs) {
        const shift = index === 0 ? indent : 0
        this.style(style).text(text, x + padding + shift, y, { width: inner(index), align, lineGap: 1 })
        y = this.y + 1
      }
      x += columns[index]?.width ?? 0
    }
    this.y = top + height
    this.rule(this.y, ink.line)
  }

  /** Writes the foot of every page, and ends the document. */
  async finish(foot: (page: number, pages: number) => readonly [left: string, right: string]): Promise<Uint8Array<ArrayBuffer>> {
    const { start, count } = this.doc.bufferedPageRange()
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page)
      const y = this.doc.page.height - margin - 14
      this.rule(y - 5, ink.line)
      const [left, right] = foot(page - start + 1, count)
      const quiet = { size: 6.8, color: ink.quiet }
      this.style(quiet).text(left, this.left, y, { width: this.width - 90, lineBreak: true })
      this.style({ ...quiet, size: 7.5 }).text(right, this.left + this.width - 90, y, {
        width: 90,
        align: 'right',
        lineBreak: false,
      })
    }
    const chunks: Buffer[] = []
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk))
      this.doc.once('end', resolve).once('error', reject)
    })
    this.doc.end()
    await ended
    return new Uint8Array(Buffer.concat(chunks))
  }
}
