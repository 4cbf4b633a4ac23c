import { Box, Typography } from '@mui/material'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { Board } from './Board.tsx'
import { CalibrationSteps } from './CalibrationSteps.tsx'
import type { Calibration } from './data.ts'
import { EffectSection } from './EffectSection.tsx'
import { ProposalSection } from './ProposalSection.tsx'

/** A calibration session: who sits in it, the board, what was proposed and decided, and what came of it. */
export default function CalibrationShow() {
  const format = useFormat()
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Calibration>
      heading={(session) => ({
        title: session.title,
        subtitle: `${session.unit.name} · ${session.period.key} · ${format.instant(session.scheduledAt)}`,
        chips: <StateChip group="calibrationState" code={session.state} />,
        actions: <CalibrationSteps session={session} />,
      })}
    >
      {(session) => (
        <>
          <Sitting session={session} />
          <Board session={session} />
          <ProposalSection session={session} />
          {session.effect && <EffectSection effect={session.effect} file={`kalibrasi-${session.period.key}`} />}
          {mayReadTrail && <RecordHistory ids={[session.id]} />}
        </>
      )}
    </DetailFrame>
  )
}

function Sitting({ session: { agenda, minutes, quorum, members } }: { session: Calibration }) {
  const say = useSay()
  const format = useFormat()
  const present = members.nodes.filter(({ presentAt }) => presentAt !== null).length
  return (
    <Section title="calibrations.members">
      <Facts
        facts={[
          { label: 'calibrations.agenda', value: agenda },
          { label: 'calibrations.quorum', value: say('calibrations.presentCount', { present, quorum }) },
          ...(minutes ? [{ label: 'calibrations.minutes' as const, value: minutes }] : []),
        ]}
      />
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 2, display: 'grid', gap: 0.75 }}>
        {members.nodes.map(({ employee, isChair, presentAt }, index) => (
          <Box
            component="li"
            key={employee?.id ?? index}
            sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}
          >
            <Typography component="span">{employee?.fullName ?? say('calibrations.hidden')}</Typography>
            {isChair && <ToneChip tone="fair" label={say('calibrations.chair')} />}
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
              {presentAt ? say('calibrations.present', { at: format.instant(presentAt) }) : say('calibrations.absent')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
