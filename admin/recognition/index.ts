import AwardIcon from '@mui/icons-material/EmojiEventsOutlined'
import TalentIcon from '@mui/icons-material/GridViewOutlined'
import CandidateIcon from '@mui/icons-material/MilitaryTechOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { awardSpec } from './data.ts'

export const recognitionArea: ConsoleArea = {
  label: 'recognition.group',
  resources: [
    {
      spec: awardSpec,
      label: 'awards.title',
      icon: AwardIcon,
      // Everybody sees what was given to them and their people; proposals are seen by role.
      permission: null,
      list: lazy(() => import('./AwardList.tsx')),
      show: lazy(() => import('./AwardShow.tsx')),
    },
  ],
  pages: [
    {
      path: '/award-candidates',
      label: 'candidates.title',
      icon: CandidateIcon,
      permission: 'recognition.manage',
      page: lazy(() => import('./CandidatePage.tsx')),
    },
    {
      path: '/talent-boxes',
      label: 'talent.title',
      icon: TalentIcon,
      permission: 'recognition.manage',
      page: lazy(() => import('./TalentPage.tsx')),
    },
  ],
}
