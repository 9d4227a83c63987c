import { isId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { Result } from './answers-of-results.ts'

const id = v.pipe(
  v.string(),
  v.check((text) => isId(text)),
)

export const OwnBallotAnswer = v.pipe(
  v.strictObject({
    poll: id,
    state: v.picklist(['none', 'begun', 'cast']),
    /** How often it was changed. */
    seq: v.number(),
    body: v.exactOptional(v.unknown()),
  }),
  v.description(
    'One’s own ballot, and nobody else’s. `none` as soon as voting is over: then nobody knows whose is whose.',
  ),
)

export const TakenBallotAnswer = v.pipe(
  v.strictObject({
    poll: id,
    state: v.picklist(['begun', 'cast']),
    seq: v.number(),
    cast: v.number(),
    electors: v.number(),
  }),
  v.description('The ballot is on disk. `cast` of `electors` people have voted by now.'),
)

export const ResultAnswer = v.pipe(
  v.strictObject({ poll: id, result: Result }),
  v.description('What the ballots say together. No figure gives a single ballot away.'),
)
