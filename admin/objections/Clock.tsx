import ClockIcon from '@mui/icons-material/ScheduleOutlined'
import { Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import type { Tone } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { daysLeft } from './clock.ts'

/** Days from which on a deadline is told as near. */
const near = 3

/** What is left of a deadline in words, with its last instant; short where a column says what it is. */
export function Clock({ label, until, isShort = false }: { label: MessageKey; until: string; isShort?: boolean }) {
  const say = useSay()
  const format = useFormat()
  const days = daysLeft(until, new Date())
  const left = days < 0 ? say('clock.passed', { days: -days }) : days === 0 ? say('clock.today') : say('clock.left', { days })
  const tone: Tone = days < 0 ? 'bad' : days <= near ? 'warn' : 'quiet'
  const chip = <ToneChip tone={tone} icon={<ClockIcon />} label={left} />
  if (isShort) return chip
  return (
    <Typography variant="body2" component="div" sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
      {say(label)} {chip} {say('clock.until', { at: format.instant(until) })}
    </Typography>
  )
}
