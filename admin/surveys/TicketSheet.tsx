import { Box, Button, Typography } from '@mui/material'
import QRCode from 'qrcode'
import { useState } from 'react'
import { NumberInput, required } from 'react-admin'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { ISSUE_TICKETS, type Survey } from './data.ts'

/** Makes tickets and shows their sheet, once. */
export default function TicketSheet({ survey: { id, revision, unit } }: { survey: Survey }) {
  const say = useSay()
  const [codes, setCodes] = useState<readonly string[]>([])
  if (codes.length === 0) {
    return (
      <FormFrame
        document={ISSUE_TICKETS}
        about={id}
        initial={{ count: 24 }}
        variables={({ count }) => ({ input: { id, revision, count: Number(count) } })}
        submit="surveyStep.make"
        done="surveyStep.made"
        onDone={({ issueSurveyTickets }) => setCodes(issueSurveyTickets.codes)}
      >
        <NumberInput source="count" label="surveyStep.count" validate={required()} helperText={false} min={1} max={500} />
      </FormFrame>
    )
  }
  return (
    <>
      <Box className="tera-screen-only" sx={{ mb: 2 }}>
        <Typography sx={{ mb: 1 }}>{say('surveyStep.ticketsHelp')}</Typography>
        <Button variant="contained" onClick={() => window.print()}>
          {say('surveyStep.print')}
        </Button>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', gap: 1 }}>
        {codes.map((code) => (
          <Box key={code} sx={{ border: 1, borderColor: 'divider', p: 1, textAlign: 'center', breakInside: 'avoid' }}>
            <Typography variant="body2">{unit.name}</Typography>
            <QrCode text={`${window.location.origin}/s/${code}`} />
            <Typography variant="body2">{say('surveyStep.scan')}</Typography>
            <Typography sx={{ fontFamily: 'monospace', fontSize: 13 }}>
              {`${code.slice(0, 5)}-${code.slice(5, 9)}-${code.slice(9)}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  )
}

/** Black on white in any scheme: it is for a camera. */
function QrCode({ text }: { text: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const dark = Array.from(data, (bit, index) => (bit ? `M${(index % size) + 2} ${Math.floor(index / size) + 2}h1v1h-1z` : ''))
  return (
    <svg viewBox={`0 0 ${size + 4} ${size + 4}`} width="128" height="128" role="img" aria-label={text}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
