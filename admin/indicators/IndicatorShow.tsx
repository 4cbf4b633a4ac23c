import { Box, MenuItem, TextField } from '@mui/material'
import { useState } from 'react'
import { NotesSection } from '../audit/NotesSection.tsx'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { DraftActions } from './DraftActions.tsx'
import { type IndicatorDetail, standing, type Version } from './data.ts'
import { IndicatorStory } from './IndicatorStory.tsx'
import { VersionCompare } from './VersionCompare.tsx'
import { VersionFacts } from './VersionFacts.tsx'
import { WhatIfPanel } from './WhatIfPanel.tsx'

export default function IndicatorShow() {
  const say = useSay()
  return (
    <DetailFrame<IndicatorDetail>
      heading={(indicator) => ({
        title: indicator.name,
        subtitle: say('indicators.codeIs', { code: indicator.code }),
        chips: <StateChip group="indicatorState" code={indicator.state} />,
        actions: <DraftActions indicator={indicator} />,
      })}
    >
      {(indicator) => {
        const { draft, active } = standing(indicator)
        return (
          <PageTabs
            label="indicators.tabs"
            tabs={[
              {
                name: 'versions',
                label: 'indicators.definition',
                content: () => <Versions versions={indicator.versions.nodes} />,
              },
              {
                name: 'compare',
                label: 'indicators.compare',
                content: () => <VersionCompare versions={indicator.versions.nodes} />,
              },
              {
                name: 'story',
                label: 'story.title',
                content: () => <IndicatorStory versions={indicator.versions.nodes} />,
              },
              {
                name: 'history',
                label: 'history.title',
                content: () => (
                  <>
                    <NotesSection id={indicator.id} help="notes.recordHelp" />
                    <RecordHistory ids={[indicator.id, ...indicator.versions.nodes.map(({ id }) => id)]} />
                  </>
                ),
              },
              ...(draft
                ? [
                    {
                      name: 'what-if',
                      label: 'whatIf.title' as const,
                      content: () => <WhatIfPanel draft={draft} active={active} />,
                    },
                  ]
                : []),
            ]}
          />
        )
      }}
    </DetailFrame>
  )
}

/** The definition of the chosen version; the newest comes first. */
function Versions({ versions }: { versions: Version[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const [chosen, setChosen] = useState<string | undefined>(versions[0]?.id)
  const version = versions.find(({ id }) => id === chosen) ?? versions[0]
  if (!version) return null
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <TextField
          select
          label={say('indicators.version')}
          value={version.id}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ minWidth: 260 }}
          fullWidth={false}
        >
          {versions.map(({ id, version: number, state }) => (
            <MenuItem key={id} value={id}>
              {say('indicators.versionIs', { number, state: label('indicatorState', state) })}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <VersionFacts version={version} />
    </>
  )
}
