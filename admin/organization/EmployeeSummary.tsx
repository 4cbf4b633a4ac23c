import { Link } from 'react-router-dom'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import type { EmployeeDetail } from './data.ts'

export function EmployeeSummary({ employee }: { employee: EmployeeDetail }) {
  const label = useCodeLabel()
  const format = useFormat()
  return (
    <>
      <Section title="employees.placement">
        <Facts
          facts={[
            { label: 'employees.position', value: employee.positionTitle },
            { label: 'employees.positionKind', value: employee.positionKind && label('positionKind', employee.positionKind) },
            { label: 'employees.positionLevel', value: employee.positionLevel },
            { label: 'employees.since', value: format.date(employee.positionFrom) },
            { label: 'employees.unit', value: <Link to={`/units/${employee.unit.id}/show`}>{employee.unit.name}</Link> },
            {
              label: 'employees.superior',
              value: employee.superior && (
                <Link to={`/employees/${employee.superior.id}/show`}>{employee.superior.fullName}</Link>
              ),
            },
            { label: 'employees.golongan', value: employee.golongan },
            { label: 'employees.golonganFrom', value: format.date(employee.golonganFrom) },
            {
              label: 'employees.subordinates',
              value: (
                <Link to={listLink('employees', { superiorId: employee.id })}>
                  {format.number(employee.subordinates.totalCount)}
                </Link>
              ),
            },
          ]}
        />
      </Section>
      <Section title="employees.person" help="employees.personHelp">
        <Facts
          facts={[
            { label: 'employees.sex', value: employee.sex && label('sex', employee.sex) },
            { label: 'employees.birthPlace', value: employee.birthPlace },
            { label: 'employees.birthOn', value: format.date(employee.birthOn) },
            { label: 'employees.email', value: employee.email },
            { label: 'employees.phone', value: employee.phone },
          ]}
        />
      </Section>
    </>
  )
}
