import MendIcon from '@mui/icons-material/ConstructionOutlined'
import GoodIcon from '@mui/icons-material/ThumbUpAltOutlined'
import { Alert, Autocomplete, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { CopyButton } from '../frame/CopyButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { Section } from '../frame/detail/Section.tsx'
import { DraftOffer } from '../frame/draft/DraftOffer.tsx'
import { useDraft } from '../frame/draft/use-draft.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { GIVE_FEEDBACK, RATEE_RESULTS, RATEES, type Ratee } from './feedback-data.ts'

type Tone = 'POSITIF' | 'NEGATIF'
type Draft = { employeeId: string; tone: Tone; tie: string; text: string; evidenceUrl: string }

/** What an entry is tied to stands in one choice: `rhk_…` is a planned result, everything else a value. */
function tieInput(tie: string): { rhkId: string | null; value: string | null } {
  return tie.startsWith('rhk_') ? { rhkId: tie, value: null } : { rhkId: null, value: tie }
}

/** Writing an entry: about whom, one of two large buttons, to what it belongs, and what happened. */
export function GiveFeedback() {
  const { data, error, isPending, refetch } = useRead(RATEES, {})
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  if (data.feedbackRatees.length === 0) return <EmptyState title="feedback.nobodyTitle" help="feedback.nobodyHelp" />
  return <Writer ratees={data.feedbackRatees} />
}

function Writer({ ratees }: { ratees: readonly Ratee[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const [ratee, setRatee] = useState<Ratee | null>(null)
  const [tone, setTone] = useState<Tone | null>(null)
  const [tie, setTie] = useState('')
  const [text, setText] = useState('')
  const [evidenceUrl, setEvidenceUrl] = useState('')
  const draft = useDraft<Draft>('feedback')
  const give = useWrite(GIVE_FEEDBACK)
  const results = useRead(RATEE_RESULTS, { id: ratee?.employeeId ?? '' }, { enabled: ratee?.isNamed === true })
  const planned = results.data?.employee?.skps?.nodes[0]?.rhk.nodes ?? []
  const keep = (part: Partial<Draft>) => {
    if (ratee && tone) draft.keep({ employeeId: ratee.employeeId, tone, tie, text, evidenceUrl, ...part })
  }
  const restore = ({ value }: { value: Draft }) => {
    setRatee(ratees.find(({ employeeId }) => employeeId === value.employeeId) ?? null)
    setTone(value.tone)
    setTie(value.tie)
    setText(value.text)
    setEvidenceUrl(value.evidenceUrl)
    draft.take()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ratee || !tone) return
    const input = {
      employeeId: ratee.employeeId,
      tone,
      text: text.trim(),
      evidenceUrl: evidenceUrl.trim() || null,
      ...tieInput(tie),
    }
    give.mutate(
      { input },
      {
        onSuccess: () => {
          draft.drop()
          setTone(null)
          setTie('')
          setText('')
          setEvidenceUrl('')
        },
      },
    )
  }
  const given = give.data?.giveFeedback
  return (
    <Section title="feedback.give" help="feedback.giveHelp">
      {draft.found && text === '' && (
        <DraftOffer at={draft.found.at} onTake={() => draft.found && restore(draft.found)} onDrop={draft.drop} />
      )}
      {given && tone === null && <Receipt isNamed={given.receipt === null} receipt={given.receipt} />}
      <form onSubmit={submit}>
        <Autocomplete
          options={ratees}
          value={ratee}
          onChange={(_event, chosen) => {
            setRatee(chosen)
            setTie('')
          }}
          getOptionLabel={({ name, positionTitle }) => `${name} · ${positionTitle}`}
          getOptionKey={({ employeeId }) => employeeId}
          isOptionEqualToValue={(one, other) => one.employeeId === other.employeeId}
          renderInput={(params) => <TextField {...params} label={say('feedback.about')} required />}
          sx={{ mb: 1.5, maxWidth: 640 }}
        />
        {ratee && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
            {say(ratee.isNamed ? 'feedback.named' : 'feedback.unnamed', { group: label('feedbackGroup', ratee.group) })}
          </Typography>
        )}
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, mb: 1.5, maxWidth: 640 }}>
          <ToneButton tone="POSITIF" chosen={tone} isDisabled={!ratee} onChoose={setTone} />
          <ToneButton tone="NEGATIF" chosen={tone} isDisabled={!ratee} onChoose={setTone} />
        </Box>
        {ratee && tone && (
          <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 640 }}>
            <TextField
              select
              label={say('feedback.tie')}
              value={tie}
              onChange={(event) => {
                setTie(event.target.value)
                keep({ tie: event.target.value })
              }}
              required
              helperText={say('feedback.tieHelp')}
            >
              {planned.map(({ id, number, title }) => (
                <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal' }}>
                  {say('feedback.ofResult', { number, title })}
                </MenuItem>
              ))}
              {codesOf('behaviourValue').map(({ id }) => (
                <MenuItem key={id} value={id}>
                  {label('behaviourValue', id)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={say('feedback.text')}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                keep({ text: event.target.value })
              }}
              slotProps={{ htmlInput: { maxLength: 1_000 } }}
              helperText={say('feedback.textHelp')}
              required
              multiline
              minRows={3}
            />
            <TextField
              type="url"
              label={say('feedback.evidence')}
              value={evidenceUrl}
              onChange={(event) => {
                setEvidenceUrl(event.target.value)
                keep({ evidenceUrl: event.target.value })
              }}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            {give.error && <UnsavedNotice error={give.error} isSubmit />}
            <Box>
              <Button type="submit" variant="contained" loading={give.isPending}>
                {say('feedback.send')}
              </Button>
            </Box>
          </Box>
        )}
      </form>
    </Section>
  )
}

type ToneProps = { tone: Tone; chosen: Tone | null; isDisabled: boolean; onChoose: (tone: Tone) => void }

function ToneButton({ tone, chosen, isDisabled, onChoose }: ToneProps) {
  const label = useCodeLabel()
  return (
    <Button
      size="large"
      variant={chosen === tone ? 'contained' : 'outlined'}
      color={tone === 'POSITIF' ? 'success' : 'warning'}
      startIcon={tone === 'POSITIF' ? <GoodIcon /> : <MendIcon />}
      disabled={isDisabled}
      aria-pressed={chosen === tone}
      onClick={() => onChoose(tone)}
      sx={{ minHeight: 72, fontSize: '1.05rem' }}
    >
      {label('feedbackTone', tone)}
    </Button>
  )
}

/** What becomes of an entry: named, it can be mended for a day; unnamed, only the receipt lets its author correct it. */
function Receipt({ isNamed, receipt }: { isNamed: boolean; receipt: string | null }) {
  const say = useSay()
  return (
    <Alert severity="success" sx={{ mb: 2 }} role="status">
      {say(isNamed ? 'feedback.given' : 'feedback.handedIn')}
      {receipt && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 1 }}>
          <code style={{ overflowWrap: 'anywhere' }}>{receipt}</code>
          <CopyButton text={receipt} size="small" />
        </Box>
      )}
    </Alert>
  )
}
