import { DomainError } from '../../errors.ts'
import type { Period } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

/** The year for which plans are written, held open until the transaction ends. PERIOD_CLOSED, or INVALID_INPUT when it was not laid out. */
export async function planYear(tx: Transaction, year: number): Promise<Pick<Period, 'id' | 'year' | 'startsOn' | 'endsOn'>> {
  const key = String(year)
  await tx.$queryRaw`SELECT id FROM period WHERE key = ${key} FOR SHARE`
  const period = await tx.period.findUnique({ where: { key } })
  if (!period) {
    const sentence = { id: `Periode ${key} belum disiapkan.`, en: `The period ${key} was not prepared yet.` }
    throw new DomainError('INVALID_INPUT', sentence, { year: sentence })
  }
  if (period.state === 'CLOSED') {
    throw new DomainError('PERIOD_CLOSED', { id: `Periode ${key} sudah ditutup.`, en: `The period ${key} is closed.` })
  }
  return period
}

export function hasPlan(): DomainError {
  return new DomainError('CONFLICT', {
    id: 'Pegawai ini sudah memiliki SKP yang belum ditutup untuk tahun itu.',
    en: 'This employee has a plan for that year that is not closed.',
  })
}
