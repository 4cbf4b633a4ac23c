import EditIcon from '@mui/icons-material/EditOutlined'
import { Box, Typography } from '@mui/material'
import { useNavigate } from 'react-router-dom'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { AssignSection } from './AssignSection.tsx'
import { RETIRE_TEMPLATE } from './commands.ts'
import type { Template } from './data.ts'

/** One template: its results, and handing it to many people at once. */
export default function TemplateShow() {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <DetailFrame<Template>
      heading={(template) => ({
        title: template.name,
        subtitle: `${template.family} · ${label('skpApproach', template.approach)}`,
        chips: template.retiredAt ? say('templates.retired') : undefined,
        actions: <Commands template={template} />,
      })}
    >
      {(template) => (
        <>
          {template.actions.some(({ name, enabled }) => name === 'ASSIGN' && enabled) && <AssignSection template={template} />}
          <Section title="skps.results">
            <Results template={template} />
          </Section>
        </>
      )}
    </DetailFrame>
  )
}

function Commands({ template }: { template: Template }) {
  const navigate = useNavigate()
  const open = template.actions.filter(({ enabled }) => enabled)
  const change = open.find(({ name }) => name === 'CHANGE')
  return (
    <>
      {change && (
        <ActionButton
          action={change}
          label="templates.change"
          icon={<EditIcon />}
          onClick={() => navigate(`/skp-templates/${template.id}`)}
        />
      )}
      <CommandButton
        actions={open}
        name="RETIRE"
        label="templates.retire"
        variant="text"
        document={RETIRE_TEMPLATE}
        variables={() => ({ input: { id: template.id } })}
        question="templates.retireQuestion"
        done="templates.retiredDone"
      />
    </>
  )
}

function Results({ template: { rhk } }: { template: Template }) {
  const say = useSay()
  const format = useFormat()
  const aim = (item: Template['rhk'][number]['iki'][number]) =>
    item.target !== null
      ? format.number(item.target, 6)
      : say('comparison.range', { from: format.number(item.targetMin, 6), to: format.number(item.targetMax, 6) })
  return (
    <Box component="ol" sx={{ m: 0, pl: 3 }}>
      {rhk.map(({ number, title, weight, iki }) => (
        <Box component="li" key={number} sx={{ mb: 1.5 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('skps.weightOf', { weight: format.percent(weight, 4) })}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {iki.map((item) => (
              <Typography component="li" variant="body2" key={item.number}>
                {item.code} · {item.name} · {aim(item)}
              </Typography>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
