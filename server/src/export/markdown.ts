import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Root } from './outline.ts'

/** A document as Markdown: what people wrote stays text, whatever characters it has. */
export const writeMarkdown = (document: Root): string =>
  toMarkdown(document, { bullet: '-', extensions: [gfmTableToMarkdown()] })
