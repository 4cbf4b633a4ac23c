import { appraisalArea } from './appraisals/index.ts'
import { auditArea } from './audit/index.ts'
import { participationArea } from './complaints/index.ts'
import { dashboardArea } from './dashboards/index.ts'
import { exchangeArea } from './exchange/index.ts'
import type { ConsoleArea } from './frame/area.ts'
import { identityArea } from './identity/index.ts'
import { indicatorArea } from './indicators/index.ts'
import { integratorArea } from './integrators/index.ts'
import { moderationArea } from './moderation/index.ts'
import { monitoringArea } from './monitoring/index.ts'
import { noticeArea } from './notices/index.ts'
import { organizationArea } from './organization/index.ts'
import { pembinaanArea } from './pembinaan/index.ts'
import { planningArea } from './planning/index.ts'
import { recognitionArea } from './recognition/index.ts'
import { ruleArea } from './rules/index.ts'

/** The areas in the order of the menu. A new area is one more line here and one more folder. */
export const areas: readonly ConsoleArea[] = [
  dashboardArea,
  appraisalArea,
  moderationArea,
  planningArea,
  pembinaanArea,
  participationArea,
  recognitionArea,
  monitoringArea,
  indicatorArea,
  organizationArea,
  exchangeArea,
  noticeArea,
  auditArea,
  identityArea,
  integratorArea,
  ruleArea,
]
