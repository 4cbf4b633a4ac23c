import { useEffect } from 'react'
import { Form, FormDataConsumer } from 'react-admin'
import { UnitInput } from '../frame/form/UnitInput.tsx'

type Props = { onChange: (unitId: string) => void }

/** Searches for a unit and tells which one was chosen. */
export default function UnitChoice({ onChange }: Props) {
  return (
    <Form>
      <UnitInput source="unit" label="home.unit" />
      <FormDataConsumer<{ unit?: string }>>
        {({ formData }) => <Told unit={formData.unit} onChange={onChange} />}
      </FormDataConsumer>
    </Form>
  )
}

function Told({ unit, onChange }: Props & { unit: string | undefined }) {
  useEffect(() => {
    if (unit) onChange(unit)
  }, [unit, onChange])
  return null
}
