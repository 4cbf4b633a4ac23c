import { Alert, Box, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Pattern, Scope } from '../home/data.ts'
import { TOP_UNIT, UNIT_PATTERN, type UnitPattern } from './data.ts'
import { OrgPredikatForm } from './OrgPredikatForm.tsx'
import { SpreadPictures } from './SpreadPictures.tsx'

/** Both pictures of a unit, as rated and as the evidence suggests, beside the pattern of its organisation predikat. */
export function PatternSection({ periodKey, underUnitId }: Scope) {
  const say = useSay()
  const label = useCodeLabel()
  const top = useRead(TOP_UNIT, {}, { enabled: underUnitId === null })
  const unitId = underUnitId ?? top.data?.units.nodes[0]?.id ?? null
  const { data, error, isPending, refetch } = useRead(
    UNIT_PATTERN,
    { periodKey, unitId: unitId ?? '' },
    { enabled: unitId !== null, keepPrevious: true },
  )
  const found = data?.unitPattern
  return (
    <Section
      title="pictures.title"
      help="pictures.help"
      actions={
        <>
          <RuleLink rule="F6" />
          {found && unitId && (
            <FormDialogButton label="org.set" verdict={{ actions: found.actions, name: 'SET' }}>
              {(close) => <OrgPredikatForm unitId={unitId} periodKey={periodKey} pattern={found} onDone={close} />}
            </FormDialogButton>
          )}
        </>
      }
    >
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && unitId !== null && <PageSkeleton rows={4} />}
      {unitId === null && <Typography>{say('pictures.chooseUnit')}</Typography>}
      {found && (
        <>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
            {found.orgPredikat ? (
              <ToneChip tone="fair" label={say('pictures.org', { predikat: label('orgPredikat', found.orgPredikat) })} />
            ) : (
              <Typography>{say('pictures.noOrg')}</Typography>
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {say(`pictures.mode.${found.mode}` as 'pictures.mode.WARN')}
            </Typography>
          </Box>
          {found.justification && (
            <Typography sx={{ mb: 1.5 }}>{say('pictures.justification', { text: found.justification })}</Typography>
          )}
          <SpreadPictures
            caption="pictures.title"
            file={`sebaran-${periodKey}`}
            pictures={[
              { label: 'pictures.rated', spread: found.ratedSpread },
              { label: 'pictures.suggested', spread: found.suggestedSpread },
            ]}
          />
          <Typography sx={{ my: 1.5 }}>{say('pictures.departures', { below: found.below, above: found.above })}</Typography>
          <Lines pattern={found} />
        </>
      )}
    </Section>
  )
}

function Lines({ pattern: { rated, suggested, pooled, pooledAt } }: { pattern: UnitPattern }) {
  const say = useSay()
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      {rated && <Line title={say('pictures.rated')} pattern={rated} />}
      {suggested && <Line title={say('pictures.suggested')} pattern={suggested} />}
      {pooled && pooledAt && <Line title={say('pictures.pooled', { unit: pooledAt.name })} pattern={pooled} />}
    </Box>
  )
}

/** Lines of the pattern that one picture does not keep. */
function Line({ title, pattern }: { title: string; pattern: Pattern }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const told = (isShare: boolean, value: number) =>
    isShare ? format.percent(value) : say('home.people', { count: format.number(value) })
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {!pattern.isLargeEnough && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {say('pictures.small', { count: format.number(pattern.people) })}
        </Alert>
      )}
      {pattern.deviations.length === 0 ? (
        <Typography>{say('pictures.kept')}</Typography>
      ) : (
        <Box component="ul" sx={{ pl: 2.5, m: 0 }}>
          {pattern.deviations.map(({ code, isShare, limit, actual }) => (
            <li key={code}>
              {label('patternLine', code)}:{' '}
              {say('home.patternDeviation', { limit: told(isShare, limit), actual: told(isShare, actual) })}
            </li>
          ))}
        </Box>
      )}
    </Box>
  )
}
