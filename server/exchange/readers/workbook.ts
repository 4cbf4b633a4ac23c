import { Worker } from 'node:worker_threads'
import type { Table } from '../rules/table.ts'
import { collectRows } from './collect.ts'
import { refuseFile } from './refusals.ts'
import type { WorkbookMessage } from './workbook-worker.ts'
import { readZip, writeZip, type ZipPart } from './zip.ts'

// A sound workbook of 300,000 rows takes about a minute; one that takes longer was made to hang the reader.
const timeoutInMs = 180_000
const maxHeapInMb = 512

const sharedStrings = 'xl/sharedStrings.xml'
const leadingParts = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/styles.xml', sharedStrings] as const
const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/

/** Reads the first visible sheet of an XLSX workbook, in a worker thread with bounded memory and time. */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const archive = writeZip(orderParts(await readZip(bytes)))
  const collector = collectRows({ pad: true })
  await runWorker(archive, (message) => {
    collector.addBlank(message.blankRows)
    for (const { line, cells } of message.rows) collector.add(line, cells)
  })
  return { format: 'XLSX', encoding: null, delimiter: null, ...collector.finish() }
}

/** The reader needs names, styles and strings before the sheets; without an (even empty) part of strings it would write sheets to temporary files. */
function orderParts(parts: readonly ZipPart[]): Pick<ZipPart, 'name' | 'method' | 'statedSize' | 'packed'>[] {
  const byName = new Map(parts.map((part) => [part.name, part]))
  const sheets = parts.filter(({ name }) => sheetPart.test(name))
  if (!byName.has('xl/workbook.xml') || sheets.length === 0) throw refuseFile('NOT_A_TABLE')
  const noStrings = Buffer.from('<sst/>')
  const emptyStrings = { name: sharedStrings, method: 0, statedSize: noStrings.length, packed: noStrings }
  const leading = leadingParts.map((name) => byName.get(name) ?? (name === sharedStrings ? emptyStrings : null))
  return [...leading.filter((part) => part !== null), ...sheets]
}

/** Runs the worker to its end; ends it early when `onRows` throws, when it runs out of time or out of memory. */
function runWorker(archive: Buffer, onRows: (message: WorkbookMessage) => void): Promise<void> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: archive,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapInMb },
  })
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(refuseFile('BROKEN_WORKBOOK')), timeoutInMs)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      finish()
    }
    worker.on('message', (message: WorkbookMessage) => {
      try {
        onRows(message)
      } catch (error) {
        settle(() => reject(error))
      }
    })
    worker.once('error', (error) => {
      const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(() => reject(refuseFile(isOutOfMemory ? 'UNPACKED_TOO_LARGE' : 'BROKEN_WORKBOOK')))
    })
    worker.once('exit', (code) => settle(() => (code === 0 ? resolve() : reject(refuseFile('BROKEN_WORKBOOK')))))
  }).finally(() => worker.terminate())
}
