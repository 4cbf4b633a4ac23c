import PublicationIcon from '@mui/icons-material/PublicOutlined'
import SurveyIcon from '@mui/icons-material/SentimentSatisfiedOutlined'
import { lazy } from 'react'
import type { ConsolePage, ConsoleResource } from '../frame/area.ts'
import { surveySpec } from './data.ts'

/** Surveys of satisfaction; stand in the menu with the complaints. */
export const surveyResource: ConsoleResource = {
  spec: surveySpec,
  label: 'surveys.title',
  icon: SurveyIcon,
  permission: null,
  list: lazy(() => import('./SurveyList.tsx')),
  show: lazy(() => import('./SurveyShow.tsx')),
  create: lazy(() => import('./SurveyCreate.tsx')),
  createPermission: 'surveys.manage',
}

/** What is published of the city, and what would be. */
export const publicationPage: ConsolePage = {
  path: '/public-figures',
  label: 'publication.title',
  icon: PublicationIcon,
  permission: 'publication.manage',
  page: lazy(() => import('../publication/PublicationPage.tsx')),
}
