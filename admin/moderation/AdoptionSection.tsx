import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ADOPTION, type Adoption } from './data.ts'

type Unit = Adoption['units'][number]
type Month = Adoption['months'][number]

/** How far units use the appraisal, by part and by month. Counts of acts, never of a person. */
export function AdoptionSection({ year, underUnitId }: { year: number; underUnitId: string | null }) {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(ADOPTION, { year, underUnitId }, { keepPrevious: true })
  const share = (part: number | null, { people }: Unit) =>
    part === null || people === null ? '–' : `${format.number(part)} · ${format.share(part, people)}`
  return (
    <>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={6} />}
      {data && (
        <>
          <Section title="use.title" help="use.help">
            <RowsTable<Unit>
              caption="use.title"
              rows={data.adoption.units}
              keyOf={({ unitId }) => unitId}
              empty="use.none"
              firstRows={40}
              columns={[
                {
                  label: 'use.unit',
                  render: ({ unitId, name }) => <Link to={`/period-cockpit?tab=use&period=${year}&unit=${unitId}`}>{name}</Link>,
                },
                {
                  label: 'use.people',
                  isNumber: true,
                  render: ({ isSuppressed, people }) => (isSuppressed ? say('fairness.suppressed') : format.number(people)),
                },
                { label: 'use.plans', isNumber: true, render: (unit) => share(unit.withPlan, unit) },
                { label: 'use.selfAssessed', isNumber: true, render: (unit) => share(unit.selfAssessed, unit) },
                { label: 'use.dialogues', isNumber: true, render: (unit) => share(unit.withDialogue, unit) },
                { label: 'use.feedback', isNumber: true, render: ({ feedback }) => format.number(feedback) },
              ]}
            />
          </Section>
          <Section title="use.months">
            <RowsTable<Month>
              caption="use.months"
              rows={data.adoption.months}
              keyOf={({ month }) => month}
              empty="use.none"
              columns={[
                { label: 'use.month', render: ({ month }) => month },
                { label: 'use.plans', isNumber: true, render: ({ plans }) => format.number(plans) },
                { label: 'use.talks', isNumber: true, render: ({ dialogues }) => format.number(dialogues) },
                { label: 'use.feedback', isNumber: true, render: ({ feedback }) => format.number(feedback) },
                { label: 'use.selfAssessments', isNumber: true, render: ({ selfAssessments }) => format.number(selfAssessments) },
              ]}
            />
          </Section>
        </>
      )}
    </>
  )
}
