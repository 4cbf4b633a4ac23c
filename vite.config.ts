import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the API listens while the console is developed with its own server. */
const api = process.env.TERA_API ?? 'http://127.0.0.1:4000'

const proxied = Object.fromEntries(
  ['/graphql', '/exports', '/imports/', '/demo-accounts', '/health'].map((path) => [path, { target: api, changeOrigin: false }]),
)

export default defineConfig({
  root: 'admin',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 4001, proxy: proxied },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the server allows no inline script, hence no inlined assets and no polyfill snippet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
})
