/** Texts in which people can be named: an NIK or NIP (16 or 18 digits), a telephone number, and an address of mail. Digits may be parted by blanks, dots or hyphens. */
const patterns = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<!\d)(?:\d[ .-]?){15,17}\d(?!\d)/g,
  /(?<![\d])(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)/g,
]

const mask = '•••'

/** The text with everything masked that may name a person (domain E4). What a mask stands for is stored nowhere. */
export function maskPersonalData(text: string): { readonly text: string; readonly isMasked: boolean } {
  const masked = patterns.reduce((rest, pattern) => rest.replace(pattern, mask), text)
  return { text: masked, isMasked: masked !== text }
}
