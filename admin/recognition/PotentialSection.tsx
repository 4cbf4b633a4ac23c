import { DateInput, required, TextInput } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { useMay, useViewer } from '../frame/viewer-context.ts'
import { POTENTIALS, RECORD_POTENTIAL } from './profile-data.ts'

/** Assessments of potential, for the assessed person and the personnel office; nothing is shown to anybody else. */
export function PotentialSection({ id }: { id: string }) {
  const format = useFormat()
  const label = useCodeLabel()
  const mayManage = useMay('recognition.manage')
  const isOwn = useViewer().employee?.id === id
  const { data } = useRead(POTENTIALS, { id }, { enabled: mayManage || isOwn })
  const potentials = data?.employee.potentials
  if (!potentials) return null
  return (
    <Section title="potential.title" help="potential.help" actions={mayManage && !isOwn && <RecordButton id={id} />}>
      <RowsTable
        caption="potential.title"
        rows={potentials.nodes}
        total={potentials.totalCount}
        keyOf={(row) => row.id}
        empty="potential.none"
        columns={[
          { label: 'potential.assessedOn', render: ({ assessedOn }) => format.date(assessedOn) },
          { label: 'potential.potential', render: ({ potential }) => label('potential', potential) },
          { label: 'potential.score', isNumber: true, render: ({ score }) => format.number(score) },
          { label: 'potential.source', render: ({ source }) => source },
        ]}
      />
    </Section>
  )
}

function RecordButton({ id }: { id: string }) {
  return (
    <FormDialogButton label="potential.record" size="small">
      {(close) => (
        <FormFrame
          document={RECORD_POTENTIAL}
          about={id}
          variables={({ score, ...values }) => ({ input: { employeeId: id, ...values, score: score || null } })}
          submit="potential.record"
          done="potential.recorded"
          onDone={close}
          onCancel={close}
        >
          <DateInput source="assessedOn" label="potential.assessedOn" helperText={false} validate={required()} />
          <CodeInput source="potential" group="potential" label="potential.potential" validate={required()} />
          <TextInput source="score" label="potential.score" helperText="potential.scoreHelp" />
          <TextInput source="source" label="potential.source" helperText={false} validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
