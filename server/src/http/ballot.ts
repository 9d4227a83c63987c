import { LIMITS, anId, isId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { OwnBallotAnswer, ResultAnswer, TakenBallotAnswer } from './answers-of-polls.ts'
import { Refused } from './answers.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const StepParams = v.strictObject({ ...SessionParams.entries, step: anId<'step'>() })

/** Which of the people who share a device, where they are several. */
const Person = v.strictObject({
  person: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1), v.maxValue(LIMITS.peoplePerDevice)),
  ),
})

const BallotBody = v.strictObject({
  /** Which poll is meant: a step may be opened anew after it was taken back. */
  poll: v.custom<string>(isId),
  /** What the scoring of the poll takes: answers by item and criterion, dots by item, or levels of items. */
  ballot: v.unknown(),
  /** Whether it counts. What is not cast is kept for its voter, and goes when voting is over. */
  cast: v.boolean(),
})

/** `GET` and `PUT /api/sessions/:session/steps/:step/ballot`, `GET …/result` */
export const serveBallots = (app: App, doors: Doors): void => {
  const own = {
    summary: 'One’s own ballot',
    description: 'What this person has begun or cast while voting is open. Nobody else’s, whoever asks.',
    params: StepParams,
    querystring: Person,
    response: { 200: OwnBallotAnswer, '4xx': Refused },
  }
  app.get('/sessions/:session/steps/:step/ballot', { schema: own }, async (request, reply) => {
    const { session, step } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const found = await entry.value.room.ownBallot(entry.value.seat, { step, person: request.query.person ?? 1 })
    return found.ok ? found.value : sendRefusal(reply, found.error)
  })

  const give = {
    summary: 'Begins, casts or changes one’s ballot',
    description:
      'Answered when it is on disk: a ballot that was answered with 200 as cast is counted. 409 after closing.',
    params: StepParams,
    querystring: Person,
    body: BallotBody,
    response: { 200: TakenBallotAnswer, '4xx': Refused },
  }
  app.put('/sessions/:session/steps/:step/ballot', { schema: give }, async (request, reply) => {
    const { session, step } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const { poll, ballot, cast } = request.body
    const given = { step, person: request.query.person ?? 1, poll, body: ballot, cast }
    const taken = await entry.value.room.giveBallot(entry.value.seat, given)
    return taken.ok ? taken.value : sendRefusal(reply, taken.error)
  })

  const result = {
    summary: 'What a vote came to',
    description: 'The same for everybody, and `not-revealed` for everybody until it is shown.',
    params: StepParams,
    response: { 200: ResultAnswer, '4xx': Refused },
  }
  app.get('/sessions/:session/steps/:step/result', { schema: result }, async (request, reply) => {
    const { session, step } = request.params
    const entry = await enter(doors, request, session)
    const found = entry.ok ? entry.value.room.result(entry.value.seat, step) : entry
    return found.ok ? found.value : sendRefusal(reply, found.error)
  })
}
