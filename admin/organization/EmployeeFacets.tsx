import { useListContext } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { FacetList, type FacetShapes } from '../frame/list/FacetList.tsx'
import { EMPLOYEE_FACETS } from './data.ts'

const shapes: FacetShapes = {
  employmentType: { label: 'employees.employmentType', group: 'employmentType' },
  legalStanding: { label: 'employees.legalStanding', group: 'legalStanding' },
  positionKind: { label: 'employees.positionKind', group: 'positionKind' },
  hasSuperior: { label: 'employees.hasSuperior', group: 'yesNo' },
}

/** How many employees carry each value within the other filters; one click filters by it. */
export function EmployeeFacets() {
  const { filterValues } = useListContext()
  const { data } = useRead(EMPLOYEE_FACETS, { filter: filterValues }, { keepPrevious: true })
  return <FacetList label="employees.facets" shapes={shapes} facets={data?.employeeFacets} />
}
