import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const OURS = fileURLToPath(new URL('../src/ui/patient-import.ts', import.meta.url))

/** Has every part that the build splits off imported by our own function instead of the one that the bundler brings. */
export const patientImports = (): Plugin => ({
  name: 'patient-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => `export { importPatiently as __vitePreload } from ${JSON.stringify(OURS)}`,
  },
})
