declare module 'virtual:words/*' {
  import type { TranslationMessages } from 'ra-core'

  const words: TranslationMessages
  export default words
}
