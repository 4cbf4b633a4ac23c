import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The command would download a native engine; ours runs from the installed packages. Windows cannot execute a script by its first line.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('prisma/schema-engine.mjs', import.meta.url))
}

const url = process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
})
