import type { StepId } from '../kernel/index.ts'
import { type BallotBox, score, withResult } from '../methods/score/index.ts'
import type { ScoringResult } from '../scoring/index.ts'
import type { Poll } from '../voting/index.ts'
import type { Session } from './session.ts'
import { withWork, workOf } from './work.ts'

/** The ballot box of a step; undefined where the step is none of voting, or has never been live. */
export const findBallotBox = (session: Session, id: StepId): BallotBox | undefined => {
  const step = session.agenda.find((other) => other.id === id)
  // Workings of a step of this method are a ballot box: only that method makes them.
  return step?.kind === score.id ? (workOf(session, id) as BallotBox | undefined) : undefined
}

/** A vote of a session, and the step it is in. */
export interface StepPoll {
  readonly step: StepId
  readonly poll: Poll
  readonly isCounted: boolean
}

/** Every vote that was opened, in the order of the agenda. */
export const listPolls = (session: Session): readonly StepPoll[] =>
  session.agenda.flatMap(({ id }) => {
    const box = findBallotBox(session, id)
    return box?.poll ? [{ step: id, poll: box.poll, isCounted: box.result !== undefined }] : []
  })

/** The session in which somebody has cast a ballot. The poll is what `decidePoll` made of it. */
export const withPoll = (session: Session, step: StepId, poll: Poll): Session => {
  const box = findBallotBox(session, step)
  return box ? withWork(session, step, { ...box, poll }) : session
}

/** The session that knows what a poll came to; as it is where nobody waits for that any more. */
export const withCount = (session: Session, step: StepId, poll: string, result: ScoringResult): Session => {
  const box = findBallotBox(session, step)
  return box ? withWork(session, step, withResult(box, poll, result)) : session
}
