import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { WhatIf } from './what-if.ts'

const order = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG', 'NONE']

/** From which predikat to which: those on the diagonal stay where they are. */
export function WhatIfMoves({ moves }: { moves: WhatIf['moves'] }) {
  const say = useSay()
  const format = useFormat()
  const keys = order.filter((key) => moves.some(({ from, to }) => from === key || to === key))
  const countOf = (from: string, to: string) => moves.find((move) => move.from === from && move.to === to)?.count ?? 0
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ mt: 2 }}>
        {say('whatIf.moves')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
        {say('whatIf.movesHelp')}
      </Typography>
      <TableContainer tabIndex={0}>
        <Table size="small" aria-label={say('whatIf.moves')} sx={{ width: 'auto' }}>
          <TableHead>
            <TableRow>
              <TableCell>{say('whatIf.fromTo')}</TableCell>
              {keys.map((to) => (
                <TableCell key={to} align="right">
                  <Key predikat={to} />
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {keys.map((from) => (
              <TableRow key={from}>
                <TableCell component="th" scope="row">
                  <Key predikat={from} />
                </TableCell>
                {keys.map((to) => {
                  const count = countOf(from, to)
                  const isMove = from !== to && count > 0
                  return (
                    <TableCell
                      key={to}
                      align="right"
                      sx={{ fontWeight: isMove ? 700 : 400, bgcolor: from === to ? 'action.hover' : undefined }}
                    >
                      {count === 0 ? (
                        <Box component="span" sx={{ color: 'text.secondary' }}>
                          –
                        </Box>
                      ) : (
                        format.number(count)
                      )}
                      {isMove && (order.indexOf(to) < order.indexOf(from) ? ' ↑' : ' ↓')}
                    </TableCell>
                  )
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}

function Key({ predikat }: { predikat: string }) {
  const say = useSay()
  return predikat === 'NONE' ? <ToneChip tone="quiet" label={say('whatIf.none')} /> : <PredikatChip predikat={predikat} />
}
