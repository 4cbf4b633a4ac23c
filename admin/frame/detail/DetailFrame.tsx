import { Box, Typography } from '@mui/material'
import type { HttpError } from 'ra-core'
import type { ReactNode } from 'react'
import { type RaRecord, ShowBase, Title, useShowContext } from 'react-admin'
import { FaultNotice } from '../state/FaultNotice.tsx'
import { PageSkeleton } from '../state/PageSkeleton.tsx'
import { wholeRecord } from './whole-record.ts'

type Heading = { title: string; subtitle?: ReactNode; chips?: ReactNode; actions?: ReactNode }

type Props<Row extends RaRecord> = {
  heading: (record: Row) => Heading
  children: (record: Row) => ReactNode
}

/** The one way to show a record: name, standing and commands on top, then what the page adds. */
export function DetailFrame<Row extends RaRecord>({ heading, children }: Props<Row>) {
  return (
    <ShowBase<Row> queryOptions={{ onError: () => undefined, meta: wholeRecord }}>
      <Body heading={heading}>{children}</Body>
    </ShowBase>
  )
}

function Body<Row extends RaRecord>({ heading, children }: Props<Row>) {
  const { record, error, isPending, refetch } = useShowContext<Row, HttpError>()
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <PageSkeleton />
  const { title, subtitle, chips, actions } = heading(record)
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={title} preferenceKey={false} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start', mb: 2 }}>
        <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
          <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {subtitle && (
            <Typography component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {subtitle}
            </Typography>
          )}
          {chips && <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mt: 1 }}>{chips}</Box>}
        </Box>
        {actions && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{actions}</Box>}
      </Box>
      {children(record)}
    </Box>
  )
}
