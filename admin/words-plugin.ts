import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const name = /^virtual:words\/(id|en)$/
const language = join(import.meta.dirname, 'frame/language')
const codes = join(language, 'codes.ts')

/** react-admin's own messages in each language, as an import of the module that is made. */
const ofReactAdmin = {
  id: `import { reactAdminId as base } from '${join(language, 'react-admin-id.ts')}'`,
  en: `import base from 'ra-language-english'`,
} as const

/**
 * Makes one module for each language, `virtual:words/id` and `virtual:words/en`, out of the pairs of sentences that the areas write down, so
 * that a browser loads the language it shows and not the other one.
 */
export function words(): Plugin {
  return {
    name: 'tera-words',
    resolveId: (id) => (name.test(id) ? `\0${id}` : null),
    async load(id) {
      if (id === codes) return namesOfCodes()
      const chosen = name.exec(id.slice(1))?.[1] as 'id' | 'en' | undefined
      if (id[0] !== '\0' || !chosen) return null
      const { messages } = (await import(pathToFileURL(join(language, 'messages.ts')).href)) as {
        messages: Record<string, Record<'id' | 'en', string>>
      }
      const own = Object.fromEntries(Object.entries(messages).map(([key, pair]) => [key, pair[chosen]]))
      return `${ofReactAdmin[chosen]}\nexport default { ...base, ...${JSON.stringify(own)} }`
    },
  }
}

/** The module of the codes without their words: a page asks only which codes there are, and says them in the words of its language. */
async function namesOfCodes(): Promise<string> {
  const { codeMessages } = (await import(pathToFileURL(codes).href)) as { codeMessages: Record<string, unknown> }
  return `export const codeMessages = ${JSON.stringify(Object.fromEntries(Object.keys(codeMessages).map((key) => [key, 1])))}`
}
