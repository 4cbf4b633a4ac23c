import { Alert, Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Level } from '../appraisals/data.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { BoardPlace } from './BoardPlace.tsx'
import { type BoardCard, type Calibration, predikats } from './data.ts'
import { ProposeDialog, type Wish } from './ProposeDialog.tsx'

const levels = ['DI_ATAS', 'SESUAI', 'DI_BAWAH'] as const satisfies readonly Level[]

/** The people of a session as cards in the matrix of both levels, or by predikat. A card that is moved is a proposal, with a reason. */
export function Board({ session }: { session: Calibration }) {
  const say = useSay()
  const label = useCodeLabel()
  const [search, setSearch] = useSearchParams()
  const [wish, setWish] = useState<Wish | null>(null)
  const isMatrix = search.get('board') !== 'columns'
  const mayPropose = session.actions.some(({ name, enabled }) => name === 'PROPOSE' && enabled)
  const shared = { periodKey: session.period.key, underUnitId: session.unit.id }
  const ask = (card: BoardCard, levelsWanted: Partial<Wish> = {}) =>
    setWish({ card, result: card.resultRating ?? 'SESUAI', behaviour: card.behaviourRating ?? 'SESUAI', ...levelsWanted })
  const place = { mayPropose, onPropose: ask }
  return (
    <Section
      title="board.title"
      help={mayPropose ? 'board.help' : 'board.readOnly'}
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={isMatrix ? 'matrix' : 'columns'}
          aria-label={say('board.view')}
          onChange={(_event, view: string | null) => {
            if (view) setSearch(view === 'columns' ? { board: 'columns' } : {}, { replace: true })
          }}
        >
          <ToggleButton value="matrix">{say('board.matrix')}</ToggleButton>
          <ToggleButton value="columns">{say('board.columns')}</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {session.state === 'DIJADWALKAN' && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {say('board.readOnly')}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: `repeat(${isMatrix ? 3 : predikats.length}, minmax(0, 1fr))` },
          alignItems: 'stretch',
        }}
      >
        {isMatrix
          ? levels.flatMap((result) =>
              [...levels].reverse().map((behaviour) => (
                <BoardPlace
                  key={`${result} ${behaviour}`}
                  {...place}
                  filter={{ ...shared, resultRating: result, behaviourRating: behaviour }}
                  title={say('board.cell', {
                    result: label('levelShort', result).toLowerCase(),
                    behaviour: label('levelShort', behaviour).toLowerCase(),
                  })}
                  onDrop={(card) => ask(card, { result, behaviour })}
                />
              )),
            )
          : predikats.map((predikat) => (
              <BoardPlace
                key={predikat}
                {...place}
                filter={{ ...shared, predikat }}
                title={label('predikat', predikat)}
                // One predikat may come of several levels: the person says which.
                onDrop={(card) => ask(card)}
              />
            ))}
      </Box>
      {wish && <ProposeDialog session={session} wish={wish} onClose={() => setWish(null)} />}
    </Section>
  )
}
