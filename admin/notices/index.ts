import JobIcon from '@mui/icons-material/EngineeringOutlined'
import MailIcon from '@mui/icons-material/ForwardToInboxOutlined'
import InboxIcon from '@mui/icons-material/InboxOutlined'
import { lazy } from 'react'
import type { ConsoleArea } from '../frame/area.ts'
import { jobSpec, mailSpec, noticeSpec } from './data.ts'

export const noticeArea: ConsoleArea = {
  label: 'notices.group',
  resources: [
    {
      spec: noticeSpec,
      label: 'notices.title',
      icon: InboxIcon,
      permission: null,
      list: lazy(() => import('./NoticeList.tsx')),
      show: lazy(() => import('./NoticeShow.tsx')),
    },
    {
      spec: mailSpec,
      label: 'mails.title',
      icon: MailIcon,
      permission: 'jobs.manage',
      list: lazy(() => import('./MailList.tsx')),
    },
    {
      spec: jobSpec,
      label: 'jobs.title',
      icon: JobIcon,
      permission: 'jobs.manage',
      list: lazy(() => import('./JobList.tsx')),
    },
  ],
  pages: [],
}
