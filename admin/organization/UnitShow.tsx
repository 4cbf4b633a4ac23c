import { Button } from '@mui/material'
import { Link } from 'react-router-dom'
import { NotesSection } from '../audit/NotesSection.tsx'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { ChangeUnitButton } from './ChangeUnitButton.tsx'
import type { UnitDetail } from './data.ts'
import { UnitChildren } from './UnitChildren.tsx'

export default function UnitShow() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<UnitDetail>
      heading={(unit) => ({
        title: unit.name,
        subtitle: (
          <>
            {unit.code}
            {unit.parent && (
              <>
                {' · '}
                <Link to={`/units/${unit.parent.id}/show`}>{unit.parent.name}</Link>
              </>
            )}
          </>
        ),
        chips: (
          <>
            <ToneChip tone="quiet" label={label('unitType', unit.type)} />
            {unit.isServiceUnit && <ToneChip tone="fair" label={say('units.isServiceUnit')} />}
            {unit.closedOn && <ToneChip tone="warn" label={say('units.closedSince', { date: format.date(unit.closedOn) })} />}
          </>
        ),
        actions: (
          <>
            <Button component={Link} to={listLink('employees', { underUnitId: unit.id })} variant="outlined">
              {say('units.showEmployees')}
            </Button>
            <Button component={Link} to={listLink('appraisals', { underUnitId: unit.id })} variant="outlined">
              {say('units.showAppraisals')}
            </Button>
            <ChangeUnitButton unit={unit} />
          </>
        ),
      })}
    >
      {(unit) => (
        <>
          <Section title="units.facts">
            <Facts
              facts={[
                { label: 'units.code', value: unit.code },
                { label: 'units.type', value: label('unitType', unit.type) },
                { label: 'units.employees', value: format.number(unit.employees.totalCount) },
                { label: 'units.siasn', value: unit.siasnUnorId },
              ]}
            />
          </Section>
          <UnitChildren parentId={unit.id} />
          <Section title="units.versions" help="units.versionsHelp">
            <RowsTable
              caption="units.versions"
              rows={unit.versions.nodes}
              keyOf={(version) => version.id}
              empty="units.noVersions"
              columns={[
                { label: 'units.validFrom', render: (version) => format.date(version.validFrom) },
                { label: 'units.validTo', render: (version) => format.date(version.validTo) },
                { label: 'units.name', render: (version) => version.name },
                { label: 'units.type', render: (version) => label('unitType', version.type) },
                { label: 'units.parent', render: (version) => version.parent?.name ?? '–' },
              ]}
            />
          </Section>
          <NotesSection id={unit.id} help="notes.recordHelp" />
          {mayReadTrail && <RecordHistory ids={[unit.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
