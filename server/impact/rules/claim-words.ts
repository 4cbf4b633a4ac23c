import type { Claim } from './claim.ts'

/** Words that say that one thing made another happen. Only from BUKTI_KUASI on may a published text use them (D8). */
const causal: readonly RegExp[] = [
  /\b(?:menyebabkan|disebabkan|penyebab(?:nya)?|sebab pelatihan)\b/giu,
  /\b(?:mengakibatkan|akibat(?:nya)?|berkat)\b/giu,
  /\b(?:berdampak|dampak(?:nya)? (?:dari|pelatihan|program)|berpengaruh|pengaruh (?:dari|pelatihan|program))\b/giu,
  /\bkarena (?:pelatihan|program|kegiatan|bimbingan|pembinaan)\b/giu,
  /\b(?:meningkatkan|menurunkan|mempercepat|memperbaiki|menaikkan|mengurangi|menghasilkan)\b/giu,
  /\b(?:terbukti|efektif|efektivitas|manjur)\b/giu,
  /\b(?:caus(?:e|es|ed|ing|al)|because of|due to|thanks to|led to|leads to|result(?:s|ed)? (?:in|from))\b/giu,
  /\b(?:impact|effect) (?:of|on)\b/giu,
  /\b(?:effective|effectiveness|prove[sdn]?|proof)\b/giu,
  /\b(?:training|programme|program|course) (?:has |have |had )?(?:improve[sd]?|increase[sd]?|reduce[sd]?|raise[sd]?|lower(?:s|ed)?|made|makes)\b/giu,
]

/** "No difference shown" is never "no effect": an interval that includes 0 also includes effects (D8). */
const absent: readonly RegExp[] = [
  /\b(?:tidak|tanpa|tak) (?:ada |memiliki |punya )?(?:pengaruh|dampak|efek)\b/giu,
  /\b(?:tidak|tak) (?:berpengaruh|berdampak|efektif|bermanfaat)\b/giu,
  /\b(?:no|without) (?:effect|impact)\b/giu,
  /\b(?:not effective|ineffective|useless|does not work|did not work)\b/giu,
]

/** Words of a text that claim more than the result carries, each once, in lower case; empty when the text may be published. */
export function overclaims(text: string, { level, verdict }: Pick<Claim, 'level' | 'verdict'>): string[] {
  const mayCause = level === 'BUKTI_KUASI' || level === 'BUKTI_KUAT'
  const patterns = [...(mayCause ? [] : causal), ...(verdict === 'DIFFERENCE_SHOWN' ? [] : absent)]
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ')
  return [...new Set(patterns.flatMap((pattern) => plain.match(pattern) ?? []).map((word) => word.toLowerCase()))]
}
