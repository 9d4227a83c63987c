import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './build/compile-messages.ts'
import { compressAssets } from './build/compress-assets.ts'
import { weighEntry } from './build/weigh-entry.ts'

/** Texts, looks and wishes that no page does without; what only some pages show is left out. */
const BASE =
  /node_modules[/\\](react|react-dom|scheduler|react-intl|@formatjs|intl-messageformat|valibot|zustand)[/\\]|client[/\\]src[/\\](i18n[/\\](?!languages)|state[/\\]|ui[/\\](?!messages|qr|copy-line|choice|code))/

/** What documents are made of, in one file too: rare chunks use a part of it, and must not break it into pieces. */
const DOCUMENTS =
  /node_modules[/\\](yjs|lib0|y-websocket|y-protocols|nanoid)[/\\]|shared[/\\]src[/\\]board[/\\](?!vocabulary|index)[a-z-]+\.ts$/

/** What every session draws, in one file too: rare screens share much of it, and would break it into crumbs. */
const SESSION =
  /client[/\\]src[/\\](board[/\\](?!messages|wall|outcome|left-behind)|sync[/\\]room-context|session[/\\](question|clock)|methods[/\\](agenda-words|method-view|index|[a-z]+[/\\]index|brainstorm[/\\]rule-keys))|lucide-react[/\\]dist[/\\]esm[/\\]icons[/\\](ellipsis|plus|lock|pencil|undo-2|trash|lightbulb|circle-question-mark|pause|eye|layout-grid|cup-soda|messages-square|message-circle-question-mark)\.mjs/

export default defineConfig({
  plugins: [react(), compileMessages(), weighEntry(), compressAssets()],
  resolve: {
    // Catalogues are compiled at build time, so the parser of ICU messages stays out of the bundle.
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    ],
  },
  build: {
    // The page's policy allows nothing inline, so no asset may become a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // What every page needs, in one file: many small files weigh more than one and are fetched one after the other.
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE },
            { name: 'documents', test: DOCUMENTS, includeDependenciesRecursively: false },
            { name: 'session', test: SESSION, includeDependenciesRecursively: false },
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
