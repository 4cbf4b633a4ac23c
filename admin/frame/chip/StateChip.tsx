import type { CodeGroup } from '../language/codes.ts'
import { useCodeLabel } from '../language/use-say.ts'
import { stateTones } from './predikat-tones.ts'
import { ToneChip } from './ToneChip.tsx'

/** The state of a record in words. */
export function StateChip({ group, code }: { group: CodeGroup; code: string | null | undefined }) {
  const label = useCodeLabel()
  return code ? <ToneChip tone={stateTones[code] ?? 'quiet'} label={label(group, code)} /> : null
}
