import { Button } from '@mui/material'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { CodeCount } from './data.ts'

type Props = { caption: MessageKey; causes: CodeCount[]; chosen: string | null; onChoose: (code: string | null) => void }

/** Causes with their counts, commonest first; a click shows only those rows. */
export function CauseTable({ caption, causes, chosen, onChoose }: Props) {
  const say = useSay()
  const format = useFormat()
  return (
    <RowsTable
      caption={caption}
      rows={causes.toSorted((one, other) => other.count - one.count)}
      keyOf={({ code }) => code}
      empty="imports.noCause"
      columns={[
        { label: 'imports.cause', render: ({ message }) => message },
        { label: 'imports.code', render: ({ code }) => <code>{code}</code> },
        { label: 'imports.rows', isNumber: true, render: ({ count }) => format.number(count) },
        {
          label: 'imports.showRows',
          render: ({ code }) => (
            <Button
              size="small"
              sx={{ whiteSpace: 'nowrap' }}
              aria-pressed={chosen === code}
              variant={chosen === code ? 'outlined' : 'text'}
              onClick={() => onChoose(chosen === code ? null : code)}
            >
              {say('imports.showRows')}
            </Button>
          ),
        },
      ]}
    />
  )
}
