import * as v from 'valibot'
import type { ItemKind } from '../../board/index.ts'
import { LIMITS, aLine } from '../../kernel/index.ts'
import { minutes } from '../minutes.ts'
import type { Phase } from '../phase.ts'
import { NO_RIGHTS, groupPhase } from '../rights.ts'
import { selection } from '../selection.ts'
import { TURNS } from './question.ts'

/** A question in words of one's own. */
export const TurnedText = aLine(LIMITS.questionCharacters)

export const ReverseSettings = v.strictObject({
  /** Which of the three turned questions is asked. */
  turn: v.optional(v.picklist(TURNS), 'opposite'),
  /** The turned question in words of one's own, in place of the proposed ones. */
  turned: v.optional(TurnedText),
  /** The steps whose ideas are offered as what turns a negative one round. */
  earlier: v.optional(selection(), []),
  frame: minutes(0),
  negate: minutes(0),
  worsen: minutes(4),
  reality: minutes(3),
  invert: minutes(6),
  group: minutes(2),
  debrief: minutes(0),
})
export type ReverseSettings = v.InferOutput<typeof ReverseSettings>

const negativeIdeas = ['negative-idea'] as const satisfies readonly ItemKind[]
const ideas = ['idea'] as const satisfies readonly ItemKind[]

const groupIdeas = (planned: number): Phase => {
  const phase = groupPhase(planned)
  return { ...phase, policies: { ...phase.policies, edits: ideas } }
}

/** The phases of a run, minutes of those left out 0. */
export const reversePhases = (plan: ReverseSettings): readonly [Phase, ...Phase[]] => [
  { key: 'frame', minutes: plan.frame, policies: NO_RIGHTS },
  { key: 'negate', minutes: plan.negate, policies: NO_RIGHTS },
  { key: 'worsen', minutes: plan.worsen, policies: { ...NO_RIGHTS, add: 'private', kinds: negativeIdeas } },
  { key: 'reality', minutes: plan.reality, policies: NO_RIGHTS, begins: 'reveal' },
  {
    key: 'invert',
    minutes: plan.invert,
    // What is turned round stands still meanwhile: of one's own only ideas can be corrected.
    policies: { ...NO_RIGHTS, add: 'open', kinds: ideas, inverts: 'negative-idea', edit: 'own', edits: ideas },
  },
  groupIdeas(plan.group),
  { key: 'debrief', minutes: plan.debrief, policies: NO_RIGHTS },
]
