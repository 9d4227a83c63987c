import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { findFirstTexts } from './first-texts.ts'
import { findPathChunks } from './participant-path.ts'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** Parts that a participant waits for, and the one place that makes all others. */
const MAY_BE_LAZY = [
  'app/app.tsx',
  'i18n/later-part.tsx',
  // These bring texts of their own.
  'keys/keyboard.tsx',
  'keys/later-keyboard.tsx',
  'methods/method-view.tsx',
]

describe('what is loaded first', () => {
  test('C54 a module of the participant’s path is in one of two files: what every page needs, and what a session does', () => {
    const chunkOf = findPathChunks(SRC)
    const chunks = [
      'app/page-frame.tsx',
      'sync/room.ts',
      'board/composer.tsx',
      'session/help.tsx',
      'board/wall/wall.tsx',
    ]
    expect(chunks.map((name) => chunkOf(join(SRC, name)))).toEqual([
      'pages',
      'session',
      'session',
      undefined,
      undefined,
    ])
  })
})

describe('what is said first', () => {
  let isFirst: (key: string) => boolean
  beforeAll(() => {
    isFirst = findFirstTexts(SRC)
  })

  test('C54 texts of the participant’s first minutes come first: used there whole, or by their beginning', () => {
    for (const key of ['join.as', 'lobby.in', 'composer.add', 'facilitator-away', 'brainstorm.write', 'colour.rose'])
      expect([key, isFirst(key)]).toEqual([key, true])
  })

  test('C54 texts of what is shown later come later', () => {
    for (const key of ['home.start', 'ended.thanks', 'device.about', 'group.place', 'wall.keys', 'people.remove'])
      expect([key, isFirst(key)]).toEqual([key, false])
  })

  test('C54 every other part that is loaded on its own is made by laterPart, which brings its texts', async () => {
    const files = (await readdir(SRC, { recursive: true })).filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    const codes = await Promise.all(files.map(async (name) => [name, await readFile(`${SRC}${name}`, 'utf8')] as const))
    // `Qr` draws a code and says nothing.
    const lazily = codes.filter(([, code]) => /\blazy\((?!.*ui\/qr\.tsx)/.test(code)).map(([name]) => name)
    expect(lazily.toSorted()).toEqual(MAY_BE_LAZY)
  })
})
