import { expect, test } from 'vitest'
import { areas } from '../../admin/areas.ts'
import { matching, remember } from '../../admin/frame/palette/entries.ts'
import { isSameSetup, searchOf } from '../../admin/frame/views/view-search.ts'
import { isViewSearch, viewLists } from '../../server/identity/rules/view-lists.ts'

test('the server keeps views of every list of the console, with the permission that opens it', () => {
  const lists = areas.flatMap((area) => area.resources.map(({ spec, permission }) => [spec.name, permission] as const))
  expect(Object.entries(viewLists).sort()).toEqual([...lists].sort())
})

test('what a view keeps of an address is what the server takes', () => {
  const search = searchOf({ filter: { search: 'a&b=c', unit: 'unit_1' }, sort: 'name', order: 'ASC', perPage: 50 })
  expect(isViewSearch(search)).toBe(true)
  expect(new URLSearchParams(search).get('filter')).toBe('{"search":"a&b=c","unit":"unit_1"}')
})

test('two addresses are the same view when they show the same rows in the same order', () => {
  const setup = { sort: 'name', order: 'ASC', perPage: 25 }
  const one = searchOf({ ...setup, filter: { a: 1, b: 2 } })
  expect(isSameSetup(one, searchOf({ ...setup, filter: { b: 2, a: 1 }, perPage: 100, displayedFilters: { a: true } }))).toBe(true)
  expect(isSameSetup(one, searchOf({ ...setup, filter: { a: 1 } }))).toBe(false)
  expect(isSameSetup(one, searchOf({ ...setup, filter: { a: 1, b: 2 }, order: 'DESC' }))).toBe(false)
  expect(isSameSetup(one, 'filter=broken{')).toBe(false)
})

test('the palette keeps entries that hold every word, and the last places first', () => {
  const entries = [
    { label: 'Pegawai', detail: 'Organisasi' },
    { label: 'Periode', detail: 'Penilaian kinerja' },
  ]
  expect(matching(entries, 'organisasi peg')).toEqual([entries[0]])
  expect(matching(entries, '')).toEqual(entries)
  const places = Array.from({ length: 6 }, (_, index) => ({ to: `/${index}`, label: `${index}` }))
  expect(remember(places, { to: '/3', label: '3' }).map(({ to }) => to)).toEqual(['/3', '/0', '/1', '/2', '/4', '/5'])
  expect(remember(places, { to: '/9', label: '9' })).toHaveLength(6)
})
