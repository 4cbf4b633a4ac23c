import { Box, Typography } from '@mui/material'
import { lazy, Suspense } from 'react'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ACTIVATE_SURVEY, CLOSE_SURVEY, PUBLISH_SURVEY, type Survey } from './data.ts'
import { EditForm, PlanForm, ReopenForm } from './SurveyForms.tsx'

const TicketSheet = lazy(() => import('./TicketSheet.tsx'))

/** The steps that lead on from a state. */
const stepsOf: Readonly<Record<Survey['state'], readonly string[]>> = {
  RANCANGAN: ['EDIT', 'ACTIVATE'],
  AKTIF: ['ISSUE_TICKETS', 'CLOSE'],
  DITUTUP: ['PLAN_FOLLOW_UP', 'PUBLISH', 'REOPEN'],
  DIPUBLIKASI: ['PLAN_FOLLOW_UP', 'REOPEN'],
}

/** What the person may do with a survey now; nothing for whoever only reads it. */
export function SurveySteps({ survey }: { survey: Survey }) {
  const { id, revision, state, access } = survey
  const offered = new Set(stepsOf[state].filter((name) => name !== 'ISSUE_TICKETS' || access === 'TICKET'))
  const actions = survey.actions.filter(({ name }) => offered.has(name))
  if (!actions.some(({ enabled }) => enabled)) return null
  const common = { actions, fault: staleNotice, variables: () => ({ input: { id, revision } }) }
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 2 }}>
      <FormDialogButton label="surveyStep.edit" verdict={{ actions, name: 'EDIT' }}>
        {(close) => <EditForm survey={survey} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="ACTIVATE"
        label="surveyStep.activate"
        variant="contained"
        document={ACTIVATE_SURVEY}
        question="surveyStep.activateQuestion"
        done="surveyStep.activated"
      />
      <FormDialogButton label="surveyStep.tickets" variant="contained" verdict={{ actions, name: 'ISSUE_TICKETS' }}>
        {() => (
          <Suspense fallback={<PageSkeleton />}>
            <TicketSheet survey={survey} />
          </Suspense>
        )}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="CLOSE"
        label="surveyStep.close"
        document={CLOSE_SURVEY}
        question="surveyStep.closeQuestion"
        done="surveyStep.closed"
      />
      <FormDialogButton label="surveyStep.plan" variant="contained" verdict={{ actions, name: 'PLAN_FOLLOW_UP' }}>
        {(close) => <PlanForm survey={survey} onClose={close} />}
      </FormDialogButton>
      <CommandButton
        {...common}
        name="PUBLISH"
        label="surveyStep.publish"
        document={PUBLISH_SURVEY}
        question="surveyStep.publishQuestion"
        done="surveyStep.published"
      />
      <FormDialogButton label="surveyStep.reopen" verdict={{ actions, name: 'REOPEN' }}>
        {(close) => <ReopenForm survey={survey} onClose={close} />}
      </FormDialogButton>
      {actions
        .filter(({ enabled }) => !enabled)
        .map(({ name, reason }) => (
          <Typography key={name} variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
            {reason}
          </Typography>
        ))}
    </Box>
  )
}
