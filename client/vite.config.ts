import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compileMessages } from './build/compile-messages.ts'
import { compressAssets } from './build/compress-assets.ts'
import { weighEntry } from './build/weigh-entry.ts'

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
