import type { I18nProvider } from 'ra-core'
import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import { type Language, savedLanguage, saveLanguage } from '../preferences.ts'
import { messages } from './messages.ts'
import { reactAdminId } from './react-admin-id.ts'

function own(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([key, sentence]) => [key, sentence[language]]))
}

/** Both languages are loaded at once: they are small, and switching costs nothing. */
export function createI18nProvider(): I18nProvider {
  const provider = polyglotI18nProvider(
    (locale) => (locale === 'en' ? { ...englishMessages, ...own('en') } : { ...reactAdminId, ...own('id') }),
    savedLanguage(),
    [
      { locale: 'id', name: 'Bahasa Indonesia' },
      { locale: 'en', name: 'English' },
    ],
  )
  return {
    ...provider,
    changeLocale: (locale) => {
      saveLanguage(locale === 'en' ? 'en' : 'id')
      return provider.changeLocale(locale)
    },
  }
}
