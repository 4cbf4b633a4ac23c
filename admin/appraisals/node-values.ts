import { codeMessages } from '../frame/language/codes.ts'

export function isPredikatCode(value: string | null): boolean {
  return value !== null && `predikat.${value}` in codeMessages
}

export function isNumeric(value: string | null): value is string {
  return value !== null && value !== '' && Number.isFinite(Number(value))
}
