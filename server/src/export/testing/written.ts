import { writeCsv } from '../csv.ts'
import { outlineIdeas } from '../ideas-outline.ts'
import { writeMarkdown } from '../markdown.ts'
import type { SessionExport } from '../session-file.ts'
import { tableItems } from '../tables/items.ts'
import { wordsOf } from '../words.ts'

/** The items of a session as CSV. */
export const csvOf = (exported: SessionExport): string => writeCsv(tableItems(exported))

/** What people wrote as Markdown, in English. */
export const markdownOf = (exported: SessionExport): string =>
  writeMarkdown({ type: 'root', children: outlineIdeas(exported, wordsOf('en')) })
