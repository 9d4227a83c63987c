import { rulesOf } from './rule.ts'

/** Every rule of who gives which ballot when, and of who learns what came of it, each with the source without it. */
export const BALLOT_RULES = [
  ...rulesOf('server/src/sessions/ballots.ts', [
    [
      'who may not vote does not',
      "return isElector(poll.value, { seat, person }) ? poll : fail(refusal('not-allowed'))",
      'return poll',
    ],
    [
      'what is closed takes no ballot',
      "if (poll.id !== given.poll || poll.state !== 'open') return refuse(refusal('closed'))",
      "if (poll.id !== given.poll) return refuse(refusal('closed'))",
    ],
    [
      'a ballot is for the poll that was meant',
      "if (poll.id !== given.poll || poll.state !== 'open') return refuse(refusal('closed'))",
      "if (poll.state !== 'open') return refuse(refusal('closed'))",
    ],
    ['a ballot fits', 'if (!body.ok) return refuse(body.error)', 'if (!body.ok) return refuse(refusal("closed"))'],
    [
      'an empty ballot is not cast',
      "if (given.cast && !scoring.isCastable(body.value)) return refuse(refusal('bad-input', { reason: 'empty' }))",
      '',
    ],
    [
      'what was cast counts until it is cast anew',
      "if (before?.cast && !cast) return refuse(refusal('duplicate', { state: 'cast' }))",
      '',
    ],
    ['a result is for nobody until it is shown', "found.value.state === 'shown' && result", 'result'],
    [
      'sides are kept only where they are told apart',
      '...(side !== undefined && isTellingSides(poll) && { side }),',
      '...(side !== undefined && { side }),',
    ],
  ]),
]
