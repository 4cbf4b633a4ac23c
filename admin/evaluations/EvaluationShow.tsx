import LockIcon from '@mui/icons-material/LockOutlined'
import { Alert, Box, Typography } from '@mui/material'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { CourseChart } from './CourseChart.tsx'
import { DifferenceChart } from './DifferenceChart.tsx'
import { COMPUTE_IMPACT, type Evaluation, LEVELS, PUBLISH_IMPACT } from './data.ts'
import { useAmount } from './use-amount.ts'

/** What one programme changed: the answer in words, the figures, the design behind it, and what was published. */
export default function EvaluationShow() {
  const say = useSay()
  return (
    <DetailFrame<Evaluation>
      heading={(evaluation) => ({
        title: evaluation.programmeName,
        subtitle: `${evaluation.programmeCode} · ${evaluation.outcome}`,
        chips: (
          <>
            <StateChip group="impactVerdict" code={evaluation.verdict} />
            <StateChip group="claimLevel" code={evaluation.claimLevel} />
            {evaluation.isExploratory && <ToneChip tone="warn" label={say('impact.exploratory')} />}
            {!evaluation.isCurrent && <ToneChip tone="quiet" label={say('impact.older')} />}
          </>
        ),
        actions: <Commands evaluation={evaluation} />,
      })}
    >
      {(evaluation) => (
        <>
          <Answer evaluation={evaluation} />
          <Section title="impact.course" help="impact.courseHelp">
            <CourseChart evaluation={evaluation} />
          </Section>
          <Section title="impact.differences" help="impact.differencesHelp">
            <DifferenceChart evaluation={evaluation} />
          </Section>
          <DesignSection evaluation={evaluation} />
          <LevelsSection programmeId={evaluation.programmeId} />
          <Publications evaluation={evaluation} />
        </>
      )}
    </DetailFrame>
  )
}

function Answer({ evaluation }: { evaluation: Evaluation }) {
  const say = useSay()
  const amount = useAmount(evaluation.proportionEffect !== null)
  const { verdict, claimLevel, effect, ciLow, ciHigh, rawChange, nTrained, nCompared, limits, concurrentChange } = evaluation
  const told = verdict as 'DIFFERENCE_SHOWN' | 'NO_DIFFERENCE_SHOWN' | 'TOO_FEW' | 'NO_COMPARISON'
  const level = claimLevel as 'DESKRIPTIF' | 'ASOSIASI' | 'BUKTI_KUASI' | 'BUKTI_KUAT'
  return (
    <Section title="impact.answer">
      <Typography sx={{ fontSize: '1.15rem', maxWidth: '70ch' }}>
        {say(`impact.says.${told}`, {
          ...{ effect: amount.change(effect), low: amount.change(ciLow), high: amount.change(ciHigh) },
          ...{ trained: nTrained, compared: nCompared, change: amount.change(rawChange) },
        })}
      </Typography>
      <Typography sx={{ mt: 1, maxWidth: '70ch' }}>{say(`impact.means.${level}`)}</Typography>
      {limits.length > 0 && (
        <Box sx={{ mt: 1.5 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('impact.limits')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, maxWidth: '75ch' }}>
            {limits.map(({ code, reason }) => (
              <li key={code}>{reason}</li>
            ))}
          </Box>
        </Box>
      )}
      {concurrentChange && (
        <Box sx={{ mt: 1.5 }}>
          <Facts facts={[{ label: 'impact.concurrent', value: concurrentChange }]} />
        </Box>
      )}
    </Section>
  )
}

function DesignSection({ evaluation: { design, permutationP, g, nDropped } }: { evaluation: Evaluation }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const hash = design.contentHash?.slice(0, 12) ?? '–'
  return (
    <Section title="impact.design">
      <Alert severity={design.isExploratory ? 'warning' : 'success'} icon={<LockIcon />} sx={{ mb: 2 }}>
        {say('impact.locked', { at: format.instant(design.registeredAt), name: design.registeredByName ?? '–' })}
        <br />
        {say(design.isExploratory ? 'impact.lateHelp' : 'impact.lockedHelp', { hash })}
      </Alert>
      <Facts
        facts={[
          { label: 'impact.allocation', value: label('evaluationDesign', design.allocation) },
          { label: 'impact.outcome', value: design.indicator ? `${design.indicator.code} · ${design.indicator.name}` : null },
          { label: 'impact.hypothesis', value: design.hypothesis },
          { label: 'impact.comparison', value: design.comparisonRule },
          { label: 'impact.windows', value: say('impact.windowsAre', { pre: design.preMonths, post: design.postMonths }) },
          { label: 'impact.startsOn', value: format.date(design.startsOn) },
          { label: 'impact.minimum', value: design.minPerArm },
          { label: 'impact.planned', value: design.plannedPerArm },
          { label: 'impact.size', value: g === null ? null : format.number(g, 2) },
          { label: 'impact.permutation', value: permutationP === null ? null : format.number(permutationP, 3) },
          { label: 'impact.dropped', value: nDropped },
        ]}
      />
    </Section>
  )
}

function LevelsSection({ programmeId }: { programmeId: string }) {
  const say = useSay()
  const format = useFormat()
  const { data } = useRead(LEVELS, { programmeId })
  if (!data) return null
  const { responses, reactionMean, tested, meanPre, meanPost, meanGain, behaviour } = data.postTrainingEvaluation
  const mean = (value: string | null) => (value === null ? say('impact.hidden') : format.fixed(value, 2))
  return (
    <Section title="impact.levels">
      <Facts
        facts={[
          {
            label: 'impact.reaction',
            value: responses === 0 ? null : say('impact.people', { mean: mean(reactionMean), n: responses }),
          },
          {
            label: 'impact.learning',
            value:
              tested === 0
                ? null
                : say('impact.learningIs', { pre: mean(meanPre), post: mean(meanPost), gain: mean(meanGain), n: tested }),
          },
          {
            label: 'impact.behaviour',
            value:
              behaviour.length === 0
                ? null
                : behaviour
                    .map(({ day, n, meanApplied }) => say('impact.behaviourIs', { day, n, mean: mean(meanApplied) }))
                    .join('; '),
          },
        ]}
      />
    </Section>
  )
}

function Publications({ evaluation: { publications } }: { evaluation: Evaluation }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Section title="impact.published">
      {publications.nodes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('impact.notPublished')}</Typography>}
      {publications.nodes.map(({ id, version, summary, publishedByName, publishedAt, claimLevel, isCurrent }) => (
        <Box key={id} sx={{ borderLeft: 3, borderColor: isCurrent ? 'primary.main' : 'divider', pl: 1.5, mb: 1.5 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('impact.edition', { version, name: publishedByName, at: format.instant(publishedAt) })}
            {!isCurrent && ` · ${say('impact.oldEdition')}`}
          </Typography>
          <Typography sx={{ maxWidth: '75ch', overflowWrap: 'anywhere' }}>{summary}</Typography>
          <StateChip group="claimLevel" code={claimLevel} />
        </Box>
      ))}
    </Section>
  )
}

function Commands({ evaluation: { id, programmeId, actions } }: { evaluation: Evaluation }) {
  const mayCompute = actions.some(({ name, enabled }) => name === 'COMPUTE' && enabled)
  // Whoever computed is told why somebody else publishes; for readers there are no buttons.
  const shown = actions.filter(({ name, enabled }) => enabled || (name === 'PUBLISH' && mayCompute))
  return (
    <>
      <CommandButton
        actions={shown}
        name="PUBLISH"
        label="impact.publish"
        variant="contained"
        document={PUBLISH_IMPACT}
        variables={(summary) => ({ input: { evaluationId: id, summary } })}
        question="impact.publishQuestion"
        done="impact.publishedDone"
        reason="REQUIRED"
      />
      <CommandButton
        actions={shown}
        name="COMPUTE"
        label="impact.compute"
        document={COMPUTE_IMPACT}
        variables={(concurrentChange) => ({ input: { programmeId, concurrentChange } })}
        question="impact.computeQuestion"
        done="impact.computed"
        reason="OPTIONAL"
      />
    </>
  )
}
