import type { MessageKey } from '../frame/language/messages.ts'

/** The keys of the queue of plans: each presses the button with these words. */
export const planKeys: readonly { key: string; label: MessageKey }[] = [
  { key: 'r', label: 'skpStep.review' },
  { key: 's', label: 'skpStep.approve' },
  { key: 'b', label: 'skpStep.return' },
]
