import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import { AGREEMENT } from './data.ts'

type Row = { key: string; label: string; people: number; cases: number; value: number | null; band: string | null }

/** Do those who judge the same people agree (F14)? */
export function AgreementSection({ periodKey, underUnitId }: Scope) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(AGREEMENT, { periodKey, underUnitId }, { keepPrevious: true })
  const found = data?.raterAgreement
  const rows: Row[] = found
    ? [
        ...found.pairs.map(({ pair, kappa, ...row }) => ({ ...row, key: pair, label: label('raterPair', pair), value: kappa })),
        { ...found.peers, key: 'peers', label: say('agreement.peers'), cases: found.peers.ratings, value: found.peers.icc },
      ]
    : []
  return (
    <Section
      title="agreement.title"
      help="agreement.help"
      actions={
        <>
          <ToneChip tone="quiet" label={say('indicators.local')} />
          <RuleLink rule="F14" />
        </>
      }
    >
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {found && (
        <RowsTable<Row>
          caption="agreement.title"
          rows={rows}
          keyOf={({ key }) => key}
          empty="fairness.none"
          columns={[
            { label: 'agreement.pair', render: (row) => row.label },
            { label: 'raters.people', isNumber: true, render: ({ people }) => format.number(people) },
            { label: 'agreement.cases', isNumber: true, render: ({ cases }) => format.number(cases) },
            {
              label: 'agreement.value',
              isNumber: true,
              render: ({ value }) => (value === null ? say('agreement.unknown') : format.fixed(value, 3)),
            },
            { label: 'agreement.band', render: ({ band }) => (band ? label('agreementBand', band) : '–') },
          ]}
        />
      )}
    </Section>
  )
}
