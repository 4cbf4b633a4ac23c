/** The languages of the product; Indonesian comes first. */
export type Language = 'id' | 'en'

/** One sentence for people, in both languages. */
export type Sentence = { readonly id: string; readonly en: string }

export function say(sentence: Sentence | string, language: Language): string {
  return typeof sentence === 'string' ? sentence : sentence[language]
}
