/** A civil date as text, `YYYY-MM-DD`: the form in which sentences and the audit trail name it. */
export function dayText(date: Date): string {
  return date.toISOString().slice(0, 10)
}
