import { groupTexts } from './rule-texts/groups.ts'
import { ratingTexts } from './rule-texts/rating.ts'
import { serviceTexts } from './rule-texts/service.ts'
import type { RuleText } from './rule-texts/text.ts'
import type { RuleId } from './rules.ts'

/** What people are told about each rule of the registry, by its public id. */
export const ruleTexts: Readonly<Record<RuleId, RuleText>> = { ...ratingTexts, ...groupTexts, ...serviceTexts }
