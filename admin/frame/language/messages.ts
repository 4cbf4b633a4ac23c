import { appraisalMessages } from '../../appraisals/messages.ts'
import { auditMessages } from '../../audit/messages.ts'
import { complaintMessages } from '../../complaints/messages.ts'
import { dashboardMessages } from '../../dashboards/messages.ts'
import { documentMessages } from '../../documents/messages.ts'
import { evaluationMessages } from '../../evaluations/messages.ts'
import { exchangeMessages } from '../../exchange/messages.ts'
import { forumMessages } from '../../forums/messages.ts'
import { homeMessages } from '../../home/messages.ts'
import { identityMessages } from '../../identity/messages.ts'
import { indicatorMessages } from '../../indicators/messages.ts'
import { integratorMessages } from '../../integrators/messages.ts'
import { liveMessages } from '../../live/messages.ts'
import { measurementMessages } from '../../measurements/messages.ts'
import { moderationMessages } from '../../moderation/messages.ts'
import { monitoringMessages } from '../../monitoring/messages.ts'
import { noticeMessages } from '../../notices/messages.ts'
import { objectionMessages } from '../../objections/messages.ts'
import { organizationMessages } from '../../organization/messages.ts'
import { pembinaanMessages } from '../../pembinaan/messages.ts'
import { planningMessages } from '../../planning/messages.ts'
import { recognitionMessages } from '../../recognition/messages.ts'
import { ruleMessages } from '../../rules/messages.ts'
import { surveyMessages } from '../../surveys/messages.ts'
import { paletteMessages } from '../palette/messages.ts'
import { reviewMessages } from '../review/messages.ts'
import { viewMessages } from '../views/messages.ts'
import { codeMessages } from './codes.ts'
import { frameMessages } from './frame-messages.ts'
import type { SentencePair } from './sentence.ts'

/** Every own message of the console. An area adds its own file here. */
export const messages = {
  ...frameMessages,
  ...viewMessages,
  ...paletteMessages,
  ...reviewMessages,
  ...codeMessages,
  ...surveyMessages,
  ...homeMessages,
  ...dashboardMessages,
  ...liveMessages,
  ...organizationMessages,
  ...indicatorMessages,
  ...measurementMessages,
  ...appraisalMessages,
  ...planningMessages,
  ...pembinaanMessages,
  ...objectionMessages,
  ...complaintMessages,
  ...forumMessages,
  ...moderationMessages,
  ...recognitionMessages,
  ...documentMessages,
  ...monitoringMessages,
  ...evaluationMessages,
  ...exchangeMessages,
  ...noticeMessages,
  ...auditMessages,
  ...identityMessages,
  ...integratorMessages,
  ...ruleMessages,
} satisfies Record<string, SentencePair>

export type MessageKey = keyof typeof messages
