import * as v from 'valibot'
import { fail, ok, refusal } from '../../../kernel/index.ts'
import { type DecideWork, FEELINGS } from '../state.ts'
import { showTemperature as countTemperature } from '../temperature.ts'
import { PHASES, define } from './command.ts'

const leads = (person: { readonly leads: boolean }): boolean => person.leads

const isAsked = ({ temperature }: DecideWork) =>
  temperature?.state === 'open' ? undefined : refusal('wrong-phase', { gate: 'temperature' })

/** Asks the room how it stands to what is about to be decided. What it answered before goes. */
export const askTemperature = define({
  type: 'ask-temperature',
  fields: {},
  phases: PHASES,
  may: leads,
  objection: ({ temperature }) =>
    temperature?.state === 'open' ? refusal('wrong-phase', { gate: 'temperature' }) : undefined,
  decide: (work) =>
    ok({
      state: { ...work, temperature: { state: 'open', round: (work.temperature?.round ?? 0) + 1, answers: {} } },
      writes: [],
    }),
})

/** Says how one stands to it, in secret, as often as one likes while the room is asked. */
export const answerTemperature = define({
  type: 'answer-temperature',
  fields: { feeling: v.picklist(FEELINGS) },
  phases: PHASES,
  unlogged: 'always',
  objection: isAsked,
  decide: (work, { feeling }, { seat }) => {
    const { temperature } = work
    if (temperature?.state !== 'open') return fail(refusal('wrong-phase', { gate: 'temperature' }))
    const answers = { ...temperature.answers, [seat]: feeling }
    return ok({ state: { ...work, temperature: { ...temperature, answers } }, writes: [] })
  },
})

/** Shows how many said what, and destroys whose answer was whose. */
export const showTemperature = define({
  type: 'show-temperature',
  fields: {},
  phases: PHASES,
  may: leads,
  objection: isAsked,
  decide: (work) => {
    const { temperature } = work
    if (temperature?.state !== 'open') return fail(refusal('wrong-phase', { gate: 'temperature' }))
    return ok({ state: { ...work, temperature: countTemperature(temperature) }, writes: [] })
  },
})
