import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The fonts of the pages, by how their files begin: a server often has none for Persian. */
const FACES = [
  { file: 'onest-latin-wght-normal', family: 'Onest', range: 'U+0000-024F, U+2000-200B, U+200F-22FF, U+FEFF, U+FFFD' },
  {
    file: 'onest-cyrillic-wght-normal',
    family: 'Onest',
    range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  },
  {
    file: 'vazirmatn-arabic-wght-normal',
    family: 'Vazirmatn',
    range: 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC',
  },
] as const

/** The fonts of the built client as style that has them in itself; nothing where the client is not built. */
export const readPageFonts = async (clientFolder: string): Promise<string> => {
  const folder = join(clientFolder, 'assets')
  const files = existsSync(folder) ? await readdir(folder) : []
  const faces = FACES.map(async ({ file, family, range }) => {
    const found = files.find((name) => name.startsWith(file) && name.endsWith('.woff2'))
    if (found === undefined) return ''
    const bytes = (await readFile(join(folder, found))).toString('base64')
    const source = `url(data:font/woff2;base64,${bytes}) format('woff2')`
    return `@font-face { font-family: '${family}'; font-weight: 100 900; src: ${source}; unicode-range: ${range}; }\n`
  })
  return (await Promise.all(faces)).join('')
}
