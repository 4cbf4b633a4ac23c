import { Alert, Button } from '@mui/material'
import { useFormat } from '../format.ts'
import { useSay } from '../language/use-say.ts'

type Props = { at: string; onTake: () => void; onDrop: () => void }

/** Offers what was typed here earlier and never saved, with its time. */
export function DraftOffer({ at, onTake, onDrop }: Props) {
  const say = useSay()
  const format = useFormat()
  return (
    <Alert
      severity="info"
      sx={{ mb: 2, flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
      action={
        <>
          <Button color="inherit" size="small" onClick={onTake} sx={{ whiteSpace: 'nowrap' }}>
            {say('draft.take')}
          </Button>
          <Button color="inherit" size="small" onClick={onDrop} sx={{ whiteSpace: 'nowrap' }}>
            {say('draft.drop')}
          </Button>
        </>
      }
    >
      {say('draft.offer', { at: format.instant(at) })}
    </Alert>
  )
}
