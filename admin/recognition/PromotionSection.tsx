import { Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Consequences, PromotionCondition } from './profile-data.ts'

type Promotion = NonNullable<Consequences['employee']['promotion']>

/** May the person be proposed for the next rank, and what is missing? */
export function PromotionSection({ promotion }: { promotion: Promotion }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { path, isEligible, earliestOn, conditions } = promotion
  const written = ({ code, value }: { code: PromotionCondition['code']; value: string | null }) => {
    if (value === null) return say('promotion.notRecorded')
    if (code === 'PREDIKAT') return label('predikat', value)
    return code === 'CREDIT' ? format.number(value) : value
  }
  return (
    <Section
      title="promotion.title"
      help="promotion.help"
      actions={
        <ToneChip tone={isEligible ? 'good' : 'quiet'} label={say(isEligible ? 'promotion.eligible' : 'promotion.notYet')} />
      }
    >
      <Typography sx={{ mb: 1 }}>
        {label('promotionPath', path)}
        {earliestOn && ` · ${say('promotion.earliest', { day: format.date(earliestOn) })}`}
      </Typography>
      <RowsTable
        caption="promotion.title"
        rows={conditions}
        keyOf={({ code, year }) => `${code}${year ?? ''}`}
        empty="promotion.notRecorded"
        columns={[
          {
            label: 'promotion.condition',
            render: ({ code, year, need }) =>
              say(`promotion.condition.${code}`, { year: year ?? '', need: written({ code, value: need }) }),
          },
          {
            label: 'promotion.have',
            render: ({ code, have }) =>
              code === 'YEARS_IN_RANK' && have
                ? say('promotion.since', { day: format.date(have) })
                : written({ code, value: have }),
          },
          {
            label: 'promotion.state',
            render: ({ isMet, metOn }) => (
              <ToneChip
                tone={isMet ? 'good' : 'warn'}
                label={
                  isMet
                    ? say('promotion.met')
                    : metOn
                      ? say('promotion.metOn', { day: format.date(metOn) })
                      : say('promotion.missing')
                }
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
