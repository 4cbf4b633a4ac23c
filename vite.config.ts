import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { type AliasOptions, defineConfig } from 'vite'
import { words } from './admin/words-plugin.ts'

/** Where the API listens while the console is developed with its own server. */
const api = process.env.TERA_API ?? 'http://127.0.0.1:4000'

const proxied = Object.fromEntries(
  ['/graphql', '/exports', '/imports/', '/demo-accounts', '/health', '/s/', '/publik', '/aduan'].map((path) => [
    path,
    { target: api, changeOrigin: false },
  ]),
)

const router = join(dirname(createRequire(import.meta.url).resolve('react-router/package.json')), 'dist/production')

const unused = join(import.meta.dirname, 'admin/frame/unused')

/**
 * What takes the place of parts of libraries in the built console: those that it never calls and that nothing else leaves out. The server for
 * development bundles each library by itself, where no stand-in reaches, and takes them whole.
 */
const standIns: AliasOptions = [
  // Lists are exported by the server: react-admin's own exporter is switched off.
  { find: /^jsonexport\/dist(\/index\.js)?$/, replacement: join(unused, 'jsonexport.ts') },
  // The provider is given its client, so the one with Apollo's store is never made.
  { find: './buildApolloClient.js', replacement: join(unused, 'build-apollo-client.ts') },
  { find: './introspection.js', replacement: join(unused, 'introspection.ts') },
  { find: 'pluralize', replacement: join(unused, 'pluralize.ts') },
  { find: 'inflection', replacement: join(unused, 'inflection.ts') },
  { find: 'react-hotkeys-hook', replacement: join(unused, 'hotkeys.ts') },
  // Documents are sent as they are written.
  { find: /^@apollo\/client$/, replacement: join(import.meta.dirname, 'admin/frame/data/gql.ts') },
  // The package offers its build with warnings for developers to everybody.
  { find: /^react-router$/, replacement: join(router, 'index.mjs') },
  { find: /^react-router\/dom$/, replacement: join(router, 'dom-export.mjs') },
]

export default defineConfig(({ command }) => ({
  root: 'admin',
  resolve: { alias: command === 'build' ? standIns : [] },
  plugins: [react(), words()],
  server: { host: '127.0.0.1', port: 4001, proxy: proxied },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the server allows no inline script, hence no inlined assets and no polyfill snippet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
    // What `pnpm bench` weighs the pages by.
    manifest: true,
    rolldownOptions: {
      output: {
        // Few files that keep their names between versions: React, which signing in needs, what many pages share, and the pages.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: 'library', test: /node_modules/, minShareCount: 12, priority: 1 },
            {
              name: 'frame',
              // The sign-in page needs those two, and nothing else of the frame.
              test: /admin[\\/]frame[\\/](?!preferences|session)/,
              minShareCount: 10,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
}))
