#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// What was stripped of its types and compiled once is kept beside the temporary files: the next start is a third quicker. Only what is
// imported after this line profits from it.
enableCompileCache()

await import('./command-line.ts')
