import type { ActionView } from '@roundel/shared/methods/decide'

/** What a person takes along in a file. */
export interface OwnThings {
  readonly title: string
  readonly decisions: readonly string[]
  readonly ideas: readonly string[]
  readonly actions: readonly Pick<ActionView, 'text' | 'due' | 'metric' | 'baseline' | 'hypothesis'>[]
  readonly link?: string | undefined
}

/** What the parts of the file are called. */
export interface OwnFileWords {
  readonly decision: string
  readonly ideas: string
  readonly actions: string
  readonly due: (day: string) => string
}

const list = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`)]

/** One's own things as a Markdown text: what was decided, one's ideas, one's actions, and the link where one is shown. */
export const writeOwnFile = ({ title, decisions, ideas, actions, link }: OwnThings, words: OwnFileWords): string =>
  [
    `# ${title}`,
    ...list(words.decision, decisions),
    ...list(words.ideas, ideas),
    ...list(
      words.actions,
      actions.map(({ text, due, hypothesis, metric, baseline }) =>
        [text, due && words.due(due), hypothesis, metric, baseline].filter(Boolean).join(' · '),
      ),
    ),
    ...(link ? ['', link] : []),
    '',
  ].join('\n')
