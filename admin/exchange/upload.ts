import { HttpError } from 'ra-core'
import { fromGraphQL } from '../frame/data/errors.ts'
import { savedLanguage } from '../frame/preferences.ts'

/** What the server read from the head of a file, before anything is stored. */
export type Upload = { uploadId: string; headers: string[]; sampleRows: string[][]; guessedKind: string | null }

/** Largest file that the server takes, in bytes. */
export const largestFile = 64 * 1024 * 1024

type Refusal = { errors?: { message: string; extensions?: Record<string, unknown> }[] }

/** Sends a file as it is. Throws HttpError with the server's sentence. */
export async function uploadFile(file: File): Promise<Upload> {
  const response = await fetch('/imports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      'x-graphql-csrf': '1',
      'accept-language': savedLanguage(),
    },
    body: file,
  }).catch(() => {
    throw new HttpError('app.error.unreachable', 503, { code: 'UNAVAILABLE', fields: [], errors: {} })
  })
  const answer = (await response.json().catch(() => ({}))) as Upload & Refusal
  if (response.ok) return answer
  const refusal = answer.errors?.[0]
  throw refusal ? fromGraphQL(refusal) : new HttpError('', response.status, { code: 'INTERNAL', fields: [], errors: {} })
}
