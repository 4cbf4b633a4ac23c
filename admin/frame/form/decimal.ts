import type { Language } from '../preferences.ts'

/** A decimal as the wire wants it, from Indonesian (`1.234,5`) or English writing (`1234.5`); null for an empty or unreadable text. */
export function decimalText(value: unknown): string | null {
  const text = String(value ?? '').trim()
  // Dots before a comma can only separate thousands.
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text
  return /^-?\d{1,14}(\.\d{1,6})?$/.test(plain) ? plain : null
}

/** A decimal for the server; what cannot be read is sent as it stands, so that it is refused instead of forgotten. */
export function decimalSent(value: unknown): string | null {
  const text = String(value ?? '').trim()
  return text === '' ? null : (decimalText(text) ?? text)
}

/** Validates an input: what the server could not read is marked before it is sent. */
export function readableDecimal(value: unknown): string | undefined {
  return value === null || value === undefined || value === '' || decimalText(value) !== null ? undefined : 'decimal.unreadable'
}

/** An exact decimal as it is typed: with a comma in Indonesian, without superfluous zeros. */
export function decimalShown(value: unknown, language: Language): string {
  const text = String(value ?? '')
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return language === 'id' ? trimmed.replace('.', ',') : trimmed
}
