import { codeOf } from '../data/errors.ts'
import type { useSay } from '../language/use-say.ts'

/** The sentence for an error: the server's own, or ours where the server had no chance to speak. */
export function faultText(error: unknown, say: ReturnType<typeof useSay>): string {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (message === 'app.error.unreachable' || (code === 'UNAVAILABLE' && message === '')) return say('app.error.unreachable')
  if (message === 'app.error.notFound') return say('app.error.notFound')
  return message === '' ? say('app.error.unexpected') : message
}
