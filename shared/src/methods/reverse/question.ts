import { type Language, findGoal } from './goal.ts'

/** The ways to turn a question round: bring the problem about, make it worse, reach the opposite. */
export const TURNS = ['cause', 'worsen', 'opposite'] as const
export type Turn = (typeof TURNS)[number]

/** As much of a challenge as its turned question is made from. */
export interface Asked {
  readonly text: string
  readonly who?: string
  readonly what?: string
  readonly translations?: Readonly<Partial<Record<Language, string>>>
}

/** A turned question before it has words: which sentence to say, and what stands in it. */
export type TurnedQuestion = { readonly turn: Turn } & (
  | { readonly form: 'formula'; readonly values: { readonly who: string; readonly what: string } }
  | { readonly form: 'goal'; readonly values: { readonly goal: string } }
  | { readonly form: 'text'; readonly values: { readonly text: string } }
)

/** The name of the sentence that a turned question is said with: one for each turn and form. */
export const sentenceOf = ({ turn, form }: TurnedQuestion): `${Turn}-${TurnedQuestion['form']}` => `${turn}-${form}`

/**
 * The three turned questions of a challenge in a language, for somebody to choose from.
 *
 * Made of who can do what, where the challenge says so and the language is its own, `written`; else of what the question asks
 * for, where it opens as such questions do in that language; else around the question as it stands. None for a challenge
 * without words.
 */
export const proposeTurned = (challenge: Asked, written: Language, language: Language): readonly TurnedQuestion[] => {
  const translated = language === written ? undefined : challenge.translations?.[language]?.trim()
  const text = translated || challenge.text.trim()
  const [who, what] = [challenge.who?.trim(), challenge.what?.trim()]
  if (language === written && who && what) {
    return TURNS.map((turn) => ({ turn, form: 'formula', values: { who, what } }))
  }
  if (!text) return []
  const goal = translated || language === written ? findGoal(text, language) : undefined
  return TURNS.map((turn) =>
    goal === undefined ? { turn, form: 'text', values: { text } } : { turn, form: 'goal', values: { goal } },
  )
}
