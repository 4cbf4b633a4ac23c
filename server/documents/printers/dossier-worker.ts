import { parentPort, workerData } from 'node:worker_threads'
import type { DossierPrint } from '../printers.ts'
import { dossierPdf } from './dossier.ts'

const bytes = await dossierPdf(workerData as DossierPrint)
parentPort?.postMessage(bytes, [bytes.buffer])
