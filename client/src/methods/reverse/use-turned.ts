import type { Item } from '@roundel/shared/board'
import { type ReverseView, type Turn, proposeTurned, sentenceOf } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { useLanguage, useText } from '../../i18n/text.ts'
import { useBoard, useRecords, useViewPart } from '../../sync/room-context.ts'
import { useWork } from '../use-work.ts'

/** The question of a step turned round, as this person reads it. */
export interface Turned {
  /** What is asked. */
  readonly question: string
  /** What it was before. */
  readonly original: string
  /** The three ways to turn it, each as a sentence. */
  readonly proposals: readonly { readonly turn: Turn; readonly text: string }[]
  /** Which of them is asked, where it is one of them. */
  readonly turn?: Turn
  /** What the step begins from. */
  readonly prompts: readonly Item[]
}

/** Turns the question of a step round, in the words that somebody chose or in those of this person's language. */
export const useTurned = (step: StepPart): Turned => {
  const t = useText()
  const language = useLanguage()
  const session = useViewPart('session')
  const items = useRecords<Item>(useBoard()?.items)
  const asked = useWork<ReverseView>()?.asked
  const { turn: planned, turned } = step.data as { readonly turn?: Turn; readonly turned?: string }
  const challenge = step.question ? { text: step.question } : session.challenge
  const sentences = proposeTurned(challenge, session.language, language)
  const proposals = sentences.map((sentence) => ({
    turn: sentence.turn,
    text: t(`reverse.ask-${sentenceOf(sentence)}`, sentence.values),
  }))
  const original =
    step.question || (session.challenge.translations?.[language] ?? session.challenge.text) || session.title
  const prompts = (step.prompts ?? []).flatMap((id) => items.get(id) ?? [])
  const given = asked && 'text' in asked ? asked.text : asked ? undefined : turned
  const turn = asked && 'turn' in asked ? asked.turn : (planned ?? 'opposite')
  const fromPrompts = !asked && turned === undefined && prompts[0]
  if (given !== undefined) return { question: given, original, proposals, prompts }
  if (fromPrompts) {
    const isOfCauses = prompts.every(({ kind }) => kind === 'cause')
    const question = t(isOfCauses ? 'reverse.ask-causes' : 'reverse.ask-ideas', { count: prompts.length })
    return { question, original, proposals, prompts }
  }
  const chosen = proposals.find((proposal) => proposal.turn === turn)
  return { question: chosen?.text ?? t('reverse.ask-plain'), original, proposals, turn, prompts }
}
