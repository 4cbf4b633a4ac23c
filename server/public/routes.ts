import { createHmac, randomBytes } from 'node:crypto'
import type { Routes } from '../http/routes.ts'
import { certificateRoutes } from './certificates.ts'
import { complaintFormRoutes } from './complaint-form.ts'
import { complaintPageRoutes } from './complaint-page.ts'
import { openDoors, type PublicOptions, type PublicRoutes } from './doors.ts'
import { forumRoutes } from './forum-pages.ts'
import { publicationRoutes } from './publication-pages.ts'
import { surveyRoutes } from './survey-pages.ts'
import { verificationRoutes } from './verification.ts'

/** The public pages of all areas. */
const pages: PublicRoutes = {
  ...complaintFormRoutes,
  ...complaintPageRoutes,
  ...forumRoutes,
  ...surveyRoutes,
  ...publicationRoutes,
  ...verificationRoutes,
  ...certificateRoutes,
}

/** Every address that anybody may visit without signing in. The key of the marks lives as long as the process and is nowhere else. */
export function createPublicRoutes(options: Omit<PublicOptions, 'markOf'>): Routes {
  const key = randomBytes(32)
  const markOf = (address: string, browser: string) =>
    createHmac('sha256', key).update(`${address}\n${browser}`).digest('base64url').slice(0, 16)
  return openDoors(pages, { ...options, markOf })
}
