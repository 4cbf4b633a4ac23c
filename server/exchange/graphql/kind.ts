import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import type { Column } from '../rules/headers.ts'
import { type ImportKindName, importKindLabels, importKinds } from '../rules/kinds.ts'

const ImportColumn = builder.objectRef<Column & { readonly key: string }>('ImportColumn').implement({
  description: 'A column that a kind of file may have.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name of the column in a mapping.' }),
    header: t.exposeString('header', {
      description: 'Header as the template has it; case, blanks and punctuation do not matter.',
    }),
    label: t.string({
      description: 'What it holds, in the language of the caller.',
      resolve: ({ label }, _args, { language }) => say(label, language),
    }),
    required: t.exposeBoolean('required', { description: 'The file cannot be read without it.' }),
    synonyms: t.stringList({ description: 'Other headers that mean the same.', resolve: ({ synonyms }) => [...synonyms] }),
  }),
})

const ImportKind = builder.objectRef<ImportKindName>('ImportKind').implement({
  description: 'A kind of file that can be read in. They build on each other in the order in which they are listed.',
  authScopes: { permission: 'imports.run' },
  fields: (t) => ({
    name: t.string({ description: 'Name, for example `riwayat-jabatan`.', resolve: (name) => name }),
    label: t.string({
      description: 'What it is called, in the language of the caller.',
      resolve: (name, _args, { language }) => say(importKindLabels[name], language),
    }),
    columns: t.field({
      type: [ImportColumn],
      description: 'Columns that are read, in the order of the template; others are ignored.',
      resolve: (name) => Object.entries<Column>(importKinds[name].columns).map(([key, column]) => ({ key, ...column })),
    }),
  }),
})

builder.queryField('importKinds', (t) =>
  t.field({
    type: [ImportKind],
    description: 'Every kind of file that can be read in, in the order in which a city loads them.',
    authScopes: { permission: 'imports.run' },
    resolve: () => Object.keys(importKinds) as ImportKindName[],
  }),
)
