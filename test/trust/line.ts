import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type Fault = 'cut' | 'silent' | 'slow'

/** A line to PostgreSQL that can be cut, go dead without a word, or become too slow to be of use. */
export async function openLine(target: string) {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let fault: Fault | null = null
  const server = createServer((near) => {
    if (fault === 'cut') return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      let order = Promise.resolve()
      from.on('data', (bytes) => {
        if (fault === 'silent') return
        const delayMs = fault === 'slow' ? slowMs : 0
        // A byte never overtakes another one.
        order = order.then(async () => {
          if (delayMs > 0) await sleep(delayMs)
          to.write(bytes)
        })
      })
      from.on('error', () => to.destroy()).on('close', () => to.destroy())
    }
    return near
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const through = new URL(target)
  through.port = String((server.address() as AddressInfo).port)
  const drop = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  return {
    url: through.href,
    /** Breaks the line, also for connections that are open. */
    fail(with_: Fault) {
      fault = with_
      if (fault === 'cut') drop()
    },
    /** Mends the line for what is said from now on; what was lost stays lost. */
    mend() {
      fault = null
    },
    async close() {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Milliseconds that a slow line takes for each piece: far above the time of a statement in these tests. */
const slowMs = 2_500
