import type { Random } from '@roundel/shared/kernel'
import type { DecideView, Feeling, OwnDecide } from '@roundel/shared/methods/decide'
import type { View } from '@roundel/shared/session'

/** How often somebody who is asked and has not answered does when they look. */
const ANSWERS = 0.3

/** How often each answer is given: most people are for it, somebody seldom is not. */
const FEELINGS: readonly (readonly [Feeling, number])[] = [
  ['strong-yes', 0.35],
  ['yes', 0.8],
  ['unsure', 0.95],
  ['no', 1],
]

/** What a simulated person answers to a temperature check; undefined while they look, and once they have. */
export const chooseFeeling = (
  { me, step, work }: View,
  random: Random,
): { readonly type: 'answer-temperature'; readonly feeling: Feeling } | undefined => {
  const temperature = step && (work?.[step.id]?.data as DecideView | undefined)?.temperature
  const own = me.work as OwnDecide | undefined
  const mayAnswer = temperature?.state === 'open' && me.can['answer-temperature'] && own?.feeling === undefined
  if (!mayAnswer || random() > ANSWERS) return undefined
  const drawn = random()
  const [feeling] = FEELINGS.find(([, below]) => drawn < below) ?? ['yes' as const]
  return { type: 'answer-temperature', feeling }
}
