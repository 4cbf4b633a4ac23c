/** Offers a file that was made in the browser. */
function offer(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
}

export type Cell = string | number | null

/** A table as CSV for spreadsheets of this country: separated by semicolons, decimal comma, and no cell that would be run as a formula. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell).replace('.', ',')
    return `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
  }
  return `\uFEFF${rows.map((row) => row.map(text).join(';')).join('\r\n')}\r\n`
}

export function downloadCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  offer(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
}

export function downloadJson(name: string, json: string): void {
  offer(new Blob([json], { type: 'application/json' }), `${name}.json`)
}

function textOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}

export function downloadSvg(name: string, svg: SVGSVGElement): void {
  offer(new Blob([textOf(svg)], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Draws the chart at twice its size on the ground that it is seen on. */
export async function downloadPng(name: string, svg: SVGSVGElement, ground: string): Promise<void> {
  const { width, height } = svg.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  context.fillStyle = ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) offer(blob, `${name}.png`)
}
