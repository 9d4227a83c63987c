import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './build/compile-messages.ts'
import { compressAssets } from './build/compress-assets.ts'
import { findPathChunks } from './build/participant-path.ts'
import { patientImports } from './build/patient-imports.ts'
import { weighEntry } from './build/weigh-entry.ts'

/** Texts, looks and wishes that no page does without; what only some pages show is left out. */
const BASE =
  /node_modules[/\\](react|react-dom|scheduler|@formatjs|intl-messageformat|valibot|zustand)[/\\]|client[/\\]src[/\\](i18n[/\\](?!languages)|state[/\\]|keys[/\\](actions|bindings|chord|later-keyboard|pressed)\.|ui[/\\](?!messages|qr|copy-line|choice|code))/

const ICONS = /node_modules[/\\]lucide-react[/\\]/
/** Our own modules but for what is said: each catalogue is loaded by itself. */
const OURS = /client[/\\]src[/\\](?!.*[/\\]messages[/\\])/

const PLAIN_LOGGING = new URL('./build/plain-logging.ts', import.meta.url)
const NO_BROADCAST = new URL('./build/no-broadcast.ts', import.meta.url)

const pathChunk = findPathChunks(fileURLToPath(new URL('./src', import.meta.url)))

export default defineConfig({
  plugins: [react(), compileMessages(), patientImports(), weighEntry(), compressAssets()],
  resolve: {
    // Catalogues are compiled at build time, so the parser of ICU messages stays out of the bundle.
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
      { find: /^lib0\/logging$/, replacement: fileURLToPath(PLAIN_LOGGING) },
      { find: /^lib0\/broadcastchannel$/, replacement: fileURLToPath(NO_BROADCAST) },
    ],
  },
  build: {
    // The page's policy allows nothing inline, so no asset may become a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // Many small files weigh more than one, and are fetched one after the other.
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE, priority: 2 },
            { name: (id) => pathChunk(id), priority: 1 },
            // What is left of these are files of a few hundred bytes, and a part needs a dozen of them.
            { name: 'icons', test: ICONS, minShareCount: 2 },
            { name: 'common', test: OURS, minShareCount: 3, includeDependenciesRecursively: false },
          ],
        },
      },
      treeshake: {
        // Our own modules only declare things; whatever is not imported from them may go.
        moduleSideEffects: [{ test: /[/\\]shared[/\\]src[/\\]/, sideEffects: false }],
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: process.env['ROUNDEL_SERVER'] ?? 'http://localhost:3000', ws: true },
    },
  },
})
