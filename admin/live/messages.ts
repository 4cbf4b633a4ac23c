import type { SentencePair } from '../frame/language/sentence.ts'

export const liveMessages = {
  'live.updated': { id: 'Diperbarui', en: 'Updated' },
} satisfies Record<string, SentencePair>
