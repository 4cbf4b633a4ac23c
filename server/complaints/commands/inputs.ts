import { z } from 'zod'
import { line } from '../../identity/commands/inputs.ts'

/** What a citizen or an office writes: several lines, without control characters. */
export const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll('\n', ''))),
    )

export const categories = [
  'WAKTU_LAYANAN',
  'SIKAP_PETUGAS',
  'FASILITAS',
  'BIAYA',
  'ADMINISTRASI',
  'INFORMASI',
  'LAINNYA',
] as const

/** What every complaint says, whoever writes it down. */
export const complaintContent = {
  category: z.enum(categories),
  unitId: z.uuid().nullish(),
  description: words(20, 4_000),
  links: z
    .array(
      z
        .url({ protocol: /^https?$/ })
        .max(500)
        .regex(/^[\x21-\x7e]+$/),
    )
    .max(3)
    .optional(),
  /** True when it is about an official by name or post: the inspectorate alone gets it. */
  isAboutOfficial: z.boolean().default(false),
  identity: z.strictObject({ name: line(2, 100), contact: line(5, 100) }).nullish(),
}

/** The content of a complaint as a citizen files it. */
export const filedContent = z.strictObject(complaintContent)

/** One complaint, at the revision that the person read. */
export const step = { id: z.uuid(), revision: z.int().min(0) } as const
