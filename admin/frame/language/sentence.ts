/** One message in both languages, side by side so that neither is forgotten. Plural forms stand apart with `||||`. */
export type SentencePair = { readonly id: string; readonly en: string }
