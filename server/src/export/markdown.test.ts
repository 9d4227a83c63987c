import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { makeFile } from './make-file.ts'
import { HOSTILE } from './testing/hostile-texts.ts'
import { sourceOf } from './testing/made-source.ts'

// Another program than the one that wrote it, and one that would take markup for what it is.
const reader = new MarkdownIt({ html: true })

const write = async (text: string, place: 'text' | 'title'): Promise<string> => {
  const source = place === 'text' ? sourceOf([text]) : sourceOf(['plain'], { title: text, stepTitle: text })
  return (await makeFile(source, { format: 'md', language: 'en', sheet: 'items' })) as string
}

/** What a reader makes of a document: every block and mark in it, but for lines that are broken; and its words. */
const readBack = (markdown: string) => {
  const tokens = reader.parse(markdown, {}).flatMap((token) => token.children ?? [token])
  return {
    kinds: tokens.map(({ type }) => type).filter((type) => !['text', 'softbreak', 'hardbreak'].includes(type)),
    words: tokens.map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join(''),
  }
}

/** A text without what Markdown cannot hold, and where lines and spaces run together. */
const words = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll(/\s+/g, '')

describe.each(['text', 'title'] as const)('hostile texts as %s', (place) => {
  test.each(HOSTILE)('X7 %j is text in Markdown, as another program reads it', async (text) => {
    const read = readBack(await write(text, place))
    expect(read.kinds).toEqual(readBack(await write('plain', place)).kinds)
    expect(words(read.words)).toContain(words(text))
  })
})
