import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Fonts are compressed already. */
const WORTH_IT = /\.(js|css|svg|html)$/
const SMALLEST_BYTES = 1_024

/** Lays a compressed copy beside every text file of the build, for the server to send as it is. */
export const compressAssets = (): Plugin => ({
  name: 'roundel:compress',
  apply: 'build',
  async closeBundle() {
    const { root, build } = this.environment.config
    const folder = resolve(root, build.outDir)
    const names = await readdir(folder, { recursive: true })
    await Promise.all(
      names
        .filter((name) => WORTH_IT.test(name))
        .map(async (name) => {
          const file = join(folder, name)
          const bytes = await readFile(file)
          if (bytes.length < SMALLEST_BYTES) return
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          await writeFile(`${file}.br`, await brotli(bytes, { params }))
          await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }))
        }),
    )
  },
})
