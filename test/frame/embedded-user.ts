/**
 * A process of its own for `embedded.test.ts`: starts the embedded server of the folder given, says how, and stays until it is told to
 * leave. Says also when it lost the server for good.
 */
import { once } from 'node:events'
import { startEmbedded } from '../../server/embedded.ts'

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const server = await startEmbedded(process.argv[2] ?? '', { onLost: ({ message }) => say({ lost: message }) })
say({ port: server.port, adopted: server.adopted })
await once(process.stdin.resume(), 'end')
await server.release()
