import { Typography } from '@mui/material'
import { Pagination, useListContext } from 'react-admin'
import { useFormat } from '../format.ts'
import { useSay } from '../language/use-say.ts'

/** Rows that the server skips at most for a numbered page. */
const deepest = 100_000

/** Numbered pages; a list longer than they reach says how to see the rest. */
export function ListPagination() {
  const say = useSay()
  const format = useFormat()
  const { total = 0 } = useListContext()
  return (
    <>
      <Pagination rowsPerPageOptions={[25, 50, 100]} className="tera-screen-only" />
      {total > deepest && (
        <Typography variant="body2" sx={{ color: 'text.secondary', px: 2 }}>
          {say('list.tooDeep', { most: format.number(deepest) })}
        </Typography>
      )}
    </>
  )
}
