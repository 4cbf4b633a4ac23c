/** A process of its own for `embedded.test.ts`: starts the embedded server of the folder given, says how, and stays until it is told to leave. */
import { once } from 'node:events'
import { startEmbedded } from '../../server/embedded.ts'

const server = await startEmbedded(process.argv[2] ?? '')
process.stdout.write(`${JSON.stringify({ port: server.port, adopted: server.adopted })}\n`)
await once(process.stdin.resume(), 'end')
await server.release()
