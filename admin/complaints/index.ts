import ComplaintIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import OneDayIcon from '@mui/icons-material/TimerOutlined'
import { lazy } from 'react'
import { fkpResource } from '../forums/index.ts'
import type { ConsoleArea } from '../frame/area.ts'
import { publicationPage, surveyResource } from '../surveys/index.ts'
import { complaintSpec } from './data.ts'

/** What citizens say: complaints, how fast they are answered, and public consultation. */
export const participationArea: ConsoleArea = {
  label: 'complaints.area',
  resources: [
    {
      spec: complaintSpec,
      label: 'complaints.title',
      icon: ComplaintIcon,
      // Whoever answers one sees it without a role; the server decides which.
      permission: null,
      list: lazy(() => import('./ComplaintList.tsx')),
      show: lazy(() => import('./ComplaintShow.tsx')),
    },
    fkpResource,
    surveyResource,
  ],
  pages: [
    {
      path: '/one-day-rates',
      label: 'oneDay.title',
      icon: OneDayIcon,
      permission: 'aggregates.read',
      page: lazy(() => import('./OneDayPage.tsx')),
    },
    publicationPage,
  ],
}
