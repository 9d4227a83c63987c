import * as v from 'valibot'
import { type ItemId, LIMITS, type SeatId, fail, isId, ok, omit, refusal } from '../../kernel/index.ts'
import { SCORING_IDS, scoringOf } from '../../scoring/index.ts'
import { SUBJECTS, type Poll, type PollCommand, decidePoll, objectToOpening } from '../../voting/index.ts'
import { defineWork } from '../workings.ts'
import type { BallotBox } from './ballot-box.ts'
import { circumstancesOf, kindOf } from './opening.ts'
import { type ScoreSettings, Voters } from './settings.ts'

const define = defineWork<BallotBox, ScoreSettings>()

const leads = (person: { readonly leads: boolean }): boolean => person.leads

/**
 * Says what is to be voted on, how, and by whom: as often as one likes, until voting opens. A ranking needs a criterion.
 *
 * Refuses with `bad-input` and a reason, `unknown` for what is not on the board, `too-many`.
 */
const setUpScoring = define({
  type: 'set-up-scoring',
  fields: {
    scoring: v.picklist(SCORING_IDS),
    options: v.record(v.string(), v.unknown()),
    subject: v.picklist(SUBJECTS),
    items: v.pipe(v.array(v.custom<ItemId>((input) => isId<'item'>(input))), v.maxLength(LIMITS.itemsPerPoll)),
    voters: Voters,
  },
  phases: ['prepare'],
  may: leads,
  decide: (box, { scoring, options, subject, items, voters }, moment) => {
    const unique = [...new Set(items)]
    const objection = objectToOpening({ scoring, settings: options, subject, items: unique }, kindOf(moment))
    if (objection) return fail(objection)
    const settings = scoringOf(scoring).settings(options) as BallotBox['sheet']['options']
    return ok({ state: { ...box, sheet: { scoring, options: settings, subject, items: unique, voters } }, writes: [] })
  },
})

const withPoll = (box: BallotBox, command: PollCommand, moment: Parameters<typeof circumstancesOf>[1]) => {
  const decided = decidePoll(box.poll, command, circumstancesOf(box, moment))
  return decided.ok ? ok({ state: { ...box, poll: decided.value satisfies Poll }, writes: [] }) : decided
}

/** Lets somebody vote who came late, or more people around one device, each with a ballot of their own. */
const admitVoter = define({
  type: 'admit-voter',
  fields: {
    seat: v.custom<SeatId>((input) => isId<'seat'>(input)),
    people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.peoplePerDevice)), 1),
  },
  phases: ['open'],
  may: leads,
  decide: (box, { seat, people }, moment) => {
    const person = moment.participants.find((other) => other.seat === seat)
    if (!person) return fail(refusal('unknown'))
    return withPoll(box, { type: 'admit', elector: { seat, people, side: person.side } }, moment)
  },
})

/** Takes the vote back: every ballot is destroyed, the ideas are free again. What was shown is not taken back. */
const cancelScoring = define({
  type: 'cancel-scoring',
  fields: {},
  phases: ['open', 'closed'],
  may: leads,
  objection: ({ poll }) =>
    poll?.state === 'open' || poll?.state === 'closed' ? undefined : refusal('wrong-phase', { gate: 'scoring' }),
  decide: (box, _command, moment) => withPoll(omit(box, 'result'), { type: 'cancel' }, moment),
})

export const SCORE_COMMANDS = [setUpScoring, admitVoter, cancelScoring] as const
