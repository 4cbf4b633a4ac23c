import { useEffect, useRef } from 'react'
import { FormDataConsumer } from 'react-admin'

type Props = { onChange: (unit: string | null) => void }

/** Tells when another unit was chosen in the form around it. */
export function ScopeWatcher({ onChange }: Props) {
  return <FormDataConsumer>{({ formData }) => <Told unit={formData.unit ?? null} onChange={onChange} />}</FormDataConsumer>
}

function Told({ unit, onChange }: Props & { unit: string | null }) {
  const before = useRef(unit)
  useEffect(() => {
    if (before.current !== unit) onChange(unit)
    before.current = unit
  }, [unit, onChange])
  return null
}
