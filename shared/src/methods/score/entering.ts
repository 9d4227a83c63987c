import { isJudgeable } from '../../board/index.ts'
import { type ItemId, LIMITS, omit } from '../../kernel/index.ts'
import { scoringOf } from '../../scoring/index.ts'
import { type PollCommand, decidePoll } from '../../voting/index.ts'
import type { Moment, WorkChange } from '../workings.ts'
import type { BallotBox, Sheet } from './ballot-box.ts'
import { circumstancesOf, opening } from './opening.ts'
import type { ScoreSettings } from './settings.ts'

/** What a step begins with: what it was given to begin from, else all ideas that its steps brought. */
const firstSheet = ({ settings, prompts, ideasOf }: ScoreMoment): Sheet => ({
  scoring: settings.scoring,
  options: scoringOf(settings.scoring).settings(settings.options) as Sheet['options'],
  subject: settings.subject,
  items: settings.subject === 'groups' ? [] : prompts.length > 0 ? prompts : ideasOf().slice(0, LIMITS.itemsPerPoll),
  voters: settings.voters,
})

type ScoreMoment = Moment<ScoreSettings> & { readonly ideasOf: () => readonly ItemId[] }

const withIdeas = (moment: Moment<ScoreSettings>): ScoreMoment => ({
  ...moment,
  ideasOf: () =>
    moment
      .input()
      .filter(({ kind, state }) => kind === 'idea' && isJudgeable(kind) && state === 'published')
      .map(({ id }) => id),
})

/**
 * What entering a phase does to a vote: it opens, closes and is shown as the step goes on. Whatever stands in the way was
 * refused before; what cannot be done is left as it is.
 */
export const enterScore = (state: BallotBox | undefined, moment: Moment<ScoreSettings>): WorkChange<BallotBox> => {
  const box = state ?? { sheet: firstSheet(withIdeas(moment)) }
  const command = commandFor(box, moment.phase)
  const decided = command && decidePoll(box.poll, command, circumstancesOf(box, moment))
  if (!decided?.ok) return { state: box, writes: [] }
  const kept = command?.type === 'open' ? omit(box, 'result') : box
  return { state: { ...kept, poll: decided.value }, writes: [] }
}

const commandFor = (box: BallotBox, phase: string): PollCommand | undefined => {
  const state = box.poll?.state
  if (phase === 'open' && (state === undefined || state === 'cancelled')) return opening(box)
  if (phase === 'closed' && state === 'open') return { type: 'close' }
  return phase === 'shown' && state === 'closed' && box.result ? { type: 'show' } : undefined
}
