import { useRead } from '../frame/data/read.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { AwardTable } from './AwardTable.tsx'
import { CreditSection } from './CreditSection.tsx'
import { LegacyTable } from './LegacyTable.tsx'
import { PotentialSection } from './PotentialSection.tsx'
import { PromotionSection } from './PromotionSection.tsx'
import { CONSEQUENCES } from './profile-data.ts'

/** What follows from somebody's results: promotion, angka kredit, awards, potential, and results of the years before 2022. */
export function EmployeeConsequences({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useRead(CONSEQUENCES, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={6} />
  const { promotion, creditProgress, creditEntries, awards, legacyResults } = data.employee
  return (
    <>
      {promotion && <PromotionSection promotion={promotion} />}
      {creditProgress && <CreditSection progress={creditProgress} entries={creditEntries?.nodes ?? []} />}
      <AwardTable awards={awards.nodes} />
      <PotentialSection id={id} />
      {legacyResults && legacyResults.totalCount > 0 && <LegacyTable results={legacyResults.nodes} />}
    </>
  )
}
