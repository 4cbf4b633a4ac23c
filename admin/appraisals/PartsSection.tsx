import RateIcon from '@mui/icons-material/GavelOutlined'
import { Link } from 'react-router-dom'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { AppraisalDetail, AppraisalPart } from './data.ts'
import { RatePartForm } from './RatePartForm.tsx'

/** The slices of a year with several plans or penilai, each with its own rating. Draws nothing for an undivided year. */
export function PartsSection({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const format = useFormat()
  const parts = appraisal.parts?.nodes ?? []
  if (parts.length === 0) return null
  return (
    <Section title="parts.title" help="parts.help">
      <RowsTable
        caption="parts.title"
        rows={parts}
        keyOf={({ id }) => id}
        empty="parts.none"
        columns={[
          {
            label: 'parts.days',
            render: ({ startsOn, endsOn, skp }) => (
              <Link to={`/skps/${skp.id}/show`}>
                {format.date(startsOn)} – {format.date(endsOn)}
              </Link>
            ),
          },
          { label: 'parts.months', isNumber: true, render: ({ months }) => format.fixed(months, 2) },
          { label: 'employees.position', render: ({ skp }) => skp.positionTitle },
          { label: 'appraisals.penilai', render: ({ penilai }) => penilai?.fullName ?? '–' },
          { label: 'panel.suggestedResult', render: ({ suggestedResult }) => <LevelChip level={suggestedResult} isShort /> },
          { label: 'parts.rated', render: (part) => <Rated part={part} /> },
          { label: 'parts.step', render: (part) => <Rate appraisal={appraisal} part={part} /> },
        ]}
      />
      {parts.some(({ ratedAt }) => ratedAt === null) && say('parts.open')}
    </Section>
  )
}

function Rated({ part: { ratedAt, resultRating, behaviourRating, predikat } }: { part: AppraisalPart }) {
  if (ratedAt === null) return '–'
  return (
    <>
      <LevelChip level={resultRating} isShort /> <LevelChip level={behaviourRating} isShort />{' '}
      <PredikatChip predikat={predikat} />
    </>
  )
}

function Rate({ appraisal, part }: { appraisal: AppraisalDetail; part: AppraisalPart }) {
  // To everybody but the penilai of the slice there is nothing to say.
  const actions = part.actions.filter(({ enabled }) => enabled)
  return (
    <FormDialogButton label="parts.rate" icon={<RateIcon />} size="small" verdict={{ actions, name: 'RATE_PART' }}>
      {(close) => <RatePartForm appraisal={appraisal} part={part} onClose={close} />}
    </FormDialogButton>
  )
}
