import { HttpError } from 'ra-core'
import { expect, test } from 'vitest'
import { runEach } from '../../admin/frame/bulk/run-each.ts'

const fails = (code: string) => Promise.reject(new HttpError(code, 500, { code, fields: [], errors: {} }))
const never = new AbortController().signal

test('each row is tried once, one after the other, and a refusal of one leaves the others alone', async () => {
  const tried: number[] = []
  const steps: number[] = []
  const end = await runEach([1, 2, 3], {
    run: (row) => {
      tried.push(row)
      return row === 2 ? fails('WRONG_STATE') : Promise.resolve()
    },
    onProgress: ({ done }) => steps.push(done),
    signal: never,
  })
  expect(tried).toEqual([1, 2, 3])
  expect(steps).toEqual([1, 2, 3])
  expect(end.succeeded).toEqual([1, 3])
  expect(end.failed.map(({ row }) => row)).toEqual([2])
})

test('it stops when the line is cut or somebody stops it: what was not tried is neither done nor failed', async () => {
  const cut = await runEach([1, 2, 3], {
    run: (row) => (row === 2 ? fails('UNAVAILABLE') : Promise.resolve()),
    onProgress: () => undefined,
    signal: never,
  })
  expect([cut.succeeded, cut.failed.map(({ row }) => row)]).toEqual([[1], [2]])
  const controller = new AbortController()
  const stopped = await runEach([1, 2, 3], {
    run: () => Promise.resolve(),
    onProgress: () => controller.abort(),
    signal: controller.signal,
  })
  expect(stopped.succeeded).toEqual([1])
})
