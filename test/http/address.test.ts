import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf } from '../../server/http/security.ts'

const request = (forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '10.0.0.9' },
  }) as unknown as Pick<IncomingMessage, 'headers' | 'socket'>

test.each([
  ['without proxies nothing that was sent is believed', 0, '1.2.3.4', '10.0.0.9'],
  ['one proxy is believed about its neighbour', 1, '1.2.3.4', '1.2.3.4'],
  ['what the visitor wrote before is not believed', 1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  ['with two proxies the outer one decides', 2, '6.6.6.6, 1.2.3.4, 10.0.0.8', '1.2.3.4'],
  ['a missing header leaves the connection', 1, undefined, '10.0.0.9'],
  ['fewer entries than proxies leave the connection', 2, '1.2.3.4', '10.0.0.9'],
] as const)('%s', (_name, proxies, forwarded, expected) => {
  expect(addressOf(request(forwarded), proxies)).toBe(expected)
})
