import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Every sealed name is as long as any other, so that its length tells nothing. */
const sealedBytes = 1_024
const [ivBytes, tagBytes, lengthBytes] = [12, 16, 2]

const identity = z.strictObject({ name: z.string(), contact: z.string() })

/** Who complained, and how they are reached. */
export type ComplainantIdentity = z.output<typeof identity>

const subkey = (key: Buffer) => Buffer.from(hkdfSync('sha256', key, '', 'tera complainant', 32))

/** Seals a name; it opens only beside the complaint that it was sealed for. */
export function sealIdentity(key: Buffer, complaintId: string, content: ComplainantIdentity): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(JSON.stringify(content), 'utf8')
  const padded = Buffer.alloc(sealedBytes - ivBytes - tagBytes)
  padded.writeUInt16BE(text.length)
  if (text.copy(padded, lengthBytes) < text.length) throw new RangeError('The name does not fit under its seal.')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', subkey(key), iv).setAAD(Buffer.from(complaintId))
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]))
}

/** Opens a seal; throws when the key or the complaint is another one, or the bytes were changed. */
export function unsealIdentity(key: Buffer, complaintId: string, bytes: Uint8Array): ComplainantIdentity {
  const sealed = Buffer.from(bytes)
  const opening = createDecipheriv('aes-256-gcm', subkey(key), sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(complaintId))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  const padded = Buffer.concat([opening.update(sealed.subarray(ivBytes + tagBytes)), opening.final()])
  const length = padded.readUInt16BE()
  return identity.parse(JSON.parse(padded.subarray(lengthBytes, lengthBytes + length).toString('utf8')))
}
