import type { Language, NewSession } from '@roundel/shared/session'
import en from './scripts/en.json' with { type: 'json' }
import fa from './scripts/fa.json' with { type: 'json' }
import ru from './scripts/ru.json' with { type: 'json' }

/** What a rehearsal is about in one language: who comes, what they write, and what belongs together. */
export interface Script {
  readonly title: string
  readonly question: string
  /** What whoever rehearses is called until they say otherwise. */
  readonly facilitator: string
  readonly names: readonly string[]
  /** What would make things worse, and what it can be turned into. */
  readonly worse: readonly { readonly bad: string; readonly good: string }[]
  /** One problem with its causes, each under an earlier one or under the problem, and ideas against them. */
  readonly whys: {
    readonly problem: { readonly what: string; readonly where: string; readonly since: string }
    readonly causes: readonly { readonly text: string; readonly under?: number }[]
    readonly ideas: readonly string[]
  }
  /** What cards bring to mind, whatever they show, and how two things belong together. */
  readonly associations: readonly string[]
  readonly connections: readonly string[]
  readonly themes: readonly { readonly name: string; readonly ideas: readonly string[] }[]
}

export const SCRIPTS: Readonly<Record<Language, Script>> = { en, ru, fa }

/** The session to rehearse with: short phases, so that one sees all of them. */
export const planRehearsal = (language: Language): NewSession => {
  const { title, question, facilitator } = SCRIPTS[language]
  return {
    title,
    language,
    challenge: { text: question },
    facilitatorName: facilitator,
    agenda: [{ kind: 'brainstorm', settings: { write: 3, build: 2, group: 4 } }],
  }
}

/** The ideas that the nth of so many people brings along: everybody others, from every theme. */
export const shareOf = ({ themes, names }: Script, nth: number): readonly string[] => {
  const longest = Math.max(...themes.map(({ ideas }) => ideas.length))
  // Theme by theme, so that neighbours in the list are about different things.
  const all = Array.from({ length: longest }, (_, row) => themes.flatMap(({ ideas }) => ideas[row] ?? [])).flat()
  return all.filter((_, index) => index % names.length === nth)
}

/** What the nth of so many people brings along to make things worse: everybody others. */
export const worseOf = ({ worse, names }: Script, nth: number): readonly string[] =>
  worse.flatMap(({ bad }, index) => (index % names.length === nth ? [bad] : []))
/** What the nth of so many people has to say of cards: everybody something else. */
export const associationsOf = ({ associations, names }: Script, nth: number): readonly string[] =>
  associations.filter((_, index) => index % names.length === nth)

/** The name of the theme that an idea of the script belongs to; undefined for what others wrote. */
export const themeOf = ({ themes }: Script, text: string): string | undefined =>
  themes.find(({ ideas }) => ideas.includes(text))?.name
