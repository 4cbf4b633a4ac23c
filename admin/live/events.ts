import { postQuery } from '../frame/session.ts'

const document = 'subscription Changes($topics: [ChangeTopic!]!) { changes(topics: $topics) { topic at } }'

export type Told = { topic: string; at: string }

/**
 * Follows the changes of the server until `signal` says stop; resolves when the server ended the stream. Throws when the line is cut or
 * the server refuses.
 */
export async function followChanges(topics: readonly string[], onTold: (told: Told) => void, signal: AbortSignal): Promise<void> {
  const response = await postQuery(document, { topics }, { headers: { accept: 'text/event-stream' }, signal })
  if (!response.ok || !response.body) throw new Error(`The stream of changes was refused: ${response.status}.`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    text += value
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const told = toldBy(text.slice(0, end))
      if (told) onTold(told)
      text = text.slice(end + 2)
    }
  }
}

function toldBy(block: string): Told | null {
  const data = /^data: (.+)$/m.exec(block)?.[1]
  if (!data) return null
  const result = JSON.parse(data) as { data?: { changes?: Told } | null }
  return result.data?.changes ?? null
}
