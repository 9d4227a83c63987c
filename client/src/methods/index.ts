import type { MethodId } from '@roundel/shared/methods'
import { brainstormView } from './brainstorm/index.ts'
import { breakView } from './break/index.ts'
import { decideView } from './decide/index.ts'
import type decideTexts from './decide/messages/en.json'
import type whys from './five-whys/messages/en.json'
import { fiveWhysView } from './five-whys/index.ts'
import { groupView } from './group/index.ts'
import type { MethodView } from './method-view.tsx'
import type scoringTexts from '../scoring/messages/en.json'
import { scoreView } from './score/index.ts'
import type scoreTexts from './score/messages/en.json'
import type reverse from './reverse/messages/en.json'
import { reverseView } from './reverse/index.ts'
import { randomView } from './random/index.tsx'
import type random from './random/messages/en.json'
import { talkView } from './talk/index.ts'

export type { MethodView, StageParts } from './method-view.tsx'

/** What the methods say that have texts of their own. */
export type MethodTexts =
  | keyof typeof reverse
  | keyof typeof random
  | keyof typeof whys
  | keyof typeof scoreTexts
  | keyof typeof scoringTexts
  | keyof typeof decideTexts

/** The look of every method. A method without one does not compile. */
export const METHOD_VIEWS: Readonly<Record<MethodId, MethodView>> = {
  brainstorm: brainstormView,
  reverse: reverseView,
  'five-whys': fiveWhysView,
  random: randomView(brainstormView),
  group: groupView(brainstormView),
  score: scoreView,
  decide: decideView,
  talk: talkView,
  break: breakView,
}
