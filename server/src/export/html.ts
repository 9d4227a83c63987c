import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import type { Root } from './outline.ts'
import type { Words } from './words.ts'

type Node = Parameters<typeof toHtml>[0]

/** The number of a page and how many there are, in the digits of who reads. */
const numbersOf = (direction: Words['direction']): string => {
  const digits = direction === 'rtl' ? ', persian' : ''
  return `counter(page${digits}) ' / ' counter(pages${digits})`
}

// Black on white and without a single picture: it is read on any screen, and printed as it is.
const styleOf = (direction: Words['direction']): string => `
:root { color-scheme: light dark; }
body { margin: 0; font: 17px/1.55 Onest, Vazirmatn, system-ui, sans-serif; }
main { max-inline-size: 68ch; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 2em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.35em; margin: 1.8em 0 .5em; border-block-end: 1px solid; padding-block-end: .2em; }
h3 { font-size: 1.1em; margin: 1.4em 0 .4em; }
h4 { font-size: 1em; margin: 1.1em 0 .3em; }
main { text-align: ${direction === 'rtl' ? 'right' : 'left'}; }
h1, h2, h3, h4, p, li, td, th { overflow-wrap: break-word; unicode-bidi: plaintext; text-align: inherit; }
ul { padding-inline-start: 1.4em; }
li { margin-block: .25em; }
em { font-style: normal; font-size: .85em; }
table { border-collapse: collapse; inline-size: 100%; font-size: .85em; }
th, td { border: 1px solid; padding: .35em .5em; vertical-align: top; }
td:not([align]):nth-child(2) { min-inline-size: 11em; }
td[align] { white-space: nowrap; }
[align] { text-align: ${direction === 'rtl' ? 'left' : 'right'}; }
@media print {
  @page { margin: 16mm 15mm 18mm; @bottom-center { content: ${numbersOf(direction)}; font-size: 9pt; } }
  :root { color-scheme: light; }
  main { max-inline-size: none; padding: 0; }
  body { font-size: 11pt; }
  h2, h3, h4 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  li:has(li li) { break-inside: auto; }
  p:has(+ ul), p:has(+ table) { break-after: avoid; }
}
`

/** The policy of the file itself: nothing is loaded, nothing runs, wherever it is opened. Fonts may stand in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
const POLICY_WITH_FONTS = `${POLICY}; font-src data:`

/**
 * A document as one page that needs nothing else: no script, no picture, no address. What people wrote is text in it, also
 * where it looks like a tag. `style` goes before its own; fonts in it stand in itself.
 */
export const writeHtml = (document: Root, title: string, { language, direction }: Words, style = ''): string => {
  const body = toHast(document) as { readonly type: 'root'; readonly children: readonly unknown[] }
  const element = (tagName: string, properties: Record<string, string>, ...children: readonly unknown[]) => ({
    type: 'element',
    tagName,
    properties,
    children,
  })
  const text = (value: string) => ({ type: 'text', value })
  const page = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element(
        'html',
        { lang: language, dir: direction },
        element(
          'head',
          {},
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: 'content-security-policy', content: style === '' ? POLICY : POLICY_WITH_FONTS }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('title', {}, text(title)),
          element('style', {}, text(style + styleOf(direction))),
        ),
        element('body', {}, element('main', {}, ...body.children)),
      ),
    ],
  }
  return toHtml(page as Node)
}
