import type { Env } from './env.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** The same letter sent again has the same one, by which mail servers know it. */
  readonly messageId: string
}

export type Mailer = {
  /** Resolves when the mail server has taken the letter; rejects with what it said. */
  send(letter: Letter): Promise<void>
  close(): void
}

const waitMs = 10_000

/** The way to the mail server of SMTP_URL; null where none is set, and in demo mode, whose letters stay inside. */
export async function createMailer({
  smtpUrl,
  mailFrom,
  demo,
}: Pick<Env, 'smtpUrl' | 'mailFrom' | 'demo'>): Promise<Mailer | null> {
  if (smtpUrl === undefined || demo) return null
  const { createTransport } = await import('nodemailer')
  const timeouts = { connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs }
  const transport = createTransport({ url: smtpUrl, ...timeouts })
  return {
    async send({ to, subject, text, messageId }) {
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await transport.sendMail({ from: mailFrom, to: { name: '', address: to }, subject, text, messageId, headers })
    },
    close: () => transport.close(),
  }
}

/** Did the mail server refuse the letter for good: its address or its text, with a reply of 5xx? Anything else, such as a wrong password, may succeed later. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  const isOfLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  return isOfLetter && typeof error.responseCode === 'number' && error.responseCode >= 500
}
