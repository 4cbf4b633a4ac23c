import ClockIcon from '@mui/icons-material/ScheduleOutlined'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import type { Tone } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { daysLeft } from './clock.ts'

/** Days from which on a deadline is told as near. */
const near = 3

/** What is left of a deadline in words, with its last instant. */
export function Clock({ label, until }: { label: MessageKey; until: string }) {
  const say = useSay()
  const format = useFormat()
  const days = daysLeft(until, new Date())
  const left = days < 0 ? say('clock.passed', { days: -days }) : days === 0 ? say('clock.today') : say('clock.left', { days })
  const tone: Tone = days < 0 ? 'bad' : days <= near ? 'warn' : 'quiet'
  return (
    <ToneChip tone={tone} icon={<ClockIcon />} label={say('clock.line', { what: say(label), left, at: format.instant(until) })} />
  )
}
