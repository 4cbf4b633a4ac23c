import type { Language } from '../frame/preferences.ts'

/** A decimal as the wire wants it, from Indonesian (`1.234,5`) or English writing (`1234.5`); null for an empty or unreadable text. */
export function decimalText(value: unknown): string | null {
  const text = String(value ?? '').trim()
  // Dots before a comma can only separate thousands.
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text
  return /^-?\d{1,14}(\.\d{1,6})?$/.test(plain) ? plain : null
}

/** An exact decimal as it is typed: with a comma in Indonesian, without superfluous zeros. */
export function decimalShown(value: unknown, language: Language): string {
  const text = String(value ?? '')
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return language === 'id' ? trimmed.replace('.', ',') : trimmed
}
