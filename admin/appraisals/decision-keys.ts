import type { MessageKey } from '../frame/language/messages.ts'

/** The keys of the review queue: each presses the button with these words. */
export const decisionKeys: readonly { key: string; label: MessageKey }[] = [
  { key: 'v', label: 'decision.verify' },
  { key: 'r', label: 'rating.rate' },
  { key: 'm', label: 'decision.moderate' },
  { key: 'b', label: 'decision.return' },
  { key: 's', label: 'decision.set' },
  { key: 'd', label: 'decision.deliver' },
]
