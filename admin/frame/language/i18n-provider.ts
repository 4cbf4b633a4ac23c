import type { I18nProvider, TranslationMessages } from 'ra-core'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import { type Language, savedLanguage, saveLanguage } from '../preferences.ts'

const load: Record<Language, () => Promise<TranslationMessages>> = {
  id: () => import('virtual:words/id').then((module) => module.default),
  en: () => import('virtual:words/en').then((module) => module.default),
}

/** Resolves when the words of the person's language are there; the other language is loaded when somebody changes to it. */
export async function createI18nProvider(): Promise<I18nProvider> {
  const first = savedLanguage()
  const words = await load[first]()
  const provider = polyglotI18nProvider((locale) => (locale === first ? words : load[locale === 'en' ? 'en' : 'id']()), first, [
    { locale: 'id', name: 'Bahasa Indonesia' },
    { locale: 'en', name: 'English' },
  ])
  return {
    ...provider,
    changeLocale: (locale) => {
      saveLanguage(locale === 'en' ? 'en' : 'id')
      return provider.changeLocale(locale)
    },
  }
}
