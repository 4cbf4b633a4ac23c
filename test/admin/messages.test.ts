import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import englishMessages from 'ra-language-english'
import { expect, test } from 'vitest'
import { codeMessages } from '../../admin/frame/language/codes.ts'
import { messages } from '../../admin/frame/language/messages.ts'
import { reactAdminId } from '../../admin/frame/language/react-admin-id.ts'
import { permissions } from '../../server/identity/policy.ts'

const sources = readdirSync('admin', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/messages\.ts$|codes\.ts$|react-admin-id\.ts$/.test(path))
  .map((path) => readFileSync(join('admin', path), 'utf8'))
const literals = new Set(
  sources.flatMap((source) => [...source.matchAll(/(['"])((?:[a-z][a-zA-Z]*\.)+[a-zA-Z_]+)\1/g)].map(([, , key]) => key ?? '')),
)
const templates = new Set(
  sources.flatMap((source) => [...source.matchAll(/`((?:[a-z][a-zA-Z]*\.)+)\$\{/g)].map(([, prefix]) => prefix ?? '')),
)

function leaves(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
}

test('react-admin speaks Indonesian: every key of its messages is translated, and no other', () => {
  expect(leaves(reactAdminId).sort()).toEqual(leaves(englishMessages).sort())
})

test('react-admin in Indonesian uses no value that the English message does not get', () => {
  const flat = (tree: object) =>
    new Map(
      leaves(tree).map((key) => [
        key,
        String(key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree)),
      ]),
    )
  const english = flat(englishMessages)
  for (const [key, text] of flat(reactAdminId)) {
    const known = [...placeholders(english.get(key) ?? ''), 'smart_count']
    expect(
      placeholders(text).filter((name) => !known.includes(name)),
      key,
    ).toEqual([])
  }
})

test('every message exists in both languages and takes the same values', () => {
  for (const [key, { id, en }] of Object.entries(messages)) {
    expect(id.trim(), key).not.toBe('')
    expect(en.trim(), key).not.toBe('')
    expect(placeholders(id), key).toEqual(placeholders(en))
  }
})

test('no message is unused', () => {
  const isUsed = (key: string) => literals.has(key) || [...templates].some((prefix) => key.startsWith(prefix))
  expect(Object.keys(messages).filter((key) => !(key in codeMessages) && !isUsed(key))).toEqual([])
})

test('no group of code labels is unused', () => {
  const groups = new Set(Object.keys(codeMessages).map((key) => key.split('.')[0] ?? ''))
  expect([...groups].filter((group) => !sources.some((source) => new RegExp(`['"]${group}['"]`).test(source)))).toEqual([])
})

test('no text that looks like a key is missing from the messages', () => {
  const areas = new Set(Object.keys(messages).map((key) => key.split('.')[0] ?? ''))
  const notMessages = [
    /\.(ts|tsx|js)$/,
    /^(employee|unit|period|parent|startedBy|employees)\.(fullName|name|key|displayName|totalCount)$/,
  ]
  const wanted = [...literals].filter(
    (key) => areas.has(key.split('.')[0] ?? '') && !notMessages.some((pattern) => pattern.test(key)),
  )
  // A page may name a permission of the server.
  expect(wanted.filter((key) => !(key in messages) && !(key in permissions))).toEqual([])
})
