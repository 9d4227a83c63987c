import type { toMarkdown } from 'mdast-util-to-markdown'
import type {} from 'mdast-util-to-hast'

export type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>
export type Block = Root['children'][number]
type Paragraph = Extract<Block, { type: 'paragraph' }>
export type Phrasing = Paragraph['children'][number]
export type List = Extract<Block, { type: 'list' }>
export type ListItem = List['children'][number]
type Table = Extract<Block, { type: 'table' }>

/** What Markdown does not say and a page does: each piece of text finds its own direction. */
const AUTO = { data: { hProperties: { dir: 'auto' } } } as const

/** The text with its line breaks; every character that would mean something in Markdown is escaped when it is written. */
export const phrase = (text: string): Phrasing[] =>
  text
    .split('\n')
    .flatMap((line, index): Phrasing[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text', value: line },
    ])

export const heading = (depth: 1 | 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: text }],
  ...AUTO,
})

export const paragraph = (...children: readonly Phrasing[]): Paragraph => ({
  type: 'paragraph',
  children: [...children],
  ...AUTO,
})

export const strong = (text: string): Phrasing => ({ type: 'strong', children: [{ type: 'text', value: text }] })

/** One line of a list, with what stands beneath it. */
export const line = (children: readonly Phrasing[], ...below: readonly (List | Paragraph)[]): ListItem => ({
  type: 'listItem',
  spread: false,
  // Not the line itself: its mark stands where the page begins, whatever it says.
  children: [{ type: 'paragraph', children: [...children] }, ...below],
})

/** A list, or nothing where nothing would stand in it. */
export const list = (lines: readonly ListItem[]): List[] =>
  lines.length > 0 ? [{ type: 'list', ordered: false, spread: false, children: [...lines] }] : []

/** A table; the first row is its head. Cells that are numbers stand at the end of their column. */
export const table = (rows: readonly (readonly string[])[], numeric: readonly number[] = []): Table => ({
  type: 'table',
  align: (rows[0] ?? []).map((_, column) => (numeric.includes(column) ? 'right' : null)),
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      // A cell is one line.
      children: [{ type: 'text', value: cell.replaceAll(/\s*\n\s*/g, ' ') }],
      ...AUTO,
    })),
  })),
})
