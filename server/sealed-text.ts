import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const [ivBytes, tagBytes, lengthBytes] = [12, 16, 4]

/** A key for one purpose, made from a key of the installation. */
export function subkey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `tera ${purpose}`, 32))
}

/**
 * A text under seal, always `size` bytes long, so that its length tells nothing; `context` must be named again to open it.
 * @throws RangeError when the text does not fit
 */
export function sealText(key: Buffer, context: string, text: string, size: number): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  const padded = Buffer.alloc(size - ivBytes - tagBytes)
  padded.writeUInt32BE(bytes.length)
  if (bytes.copy(padded, lengthBytes) < bytes.length) throw new RangeError('The text does not fit under its seal.')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Opens a seal; throws when the key or the context is another one, or the bytes were changed. */
export function openSeal(key: Buffer, context: string, bytes: Uint8Array): string {
  const sealed = Buffer.from(bytes)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  const padded = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()])
  return padded.subarray(lengthBytes, lengthBytes + padded.readUInt32BE()).toString('utf8')
}
