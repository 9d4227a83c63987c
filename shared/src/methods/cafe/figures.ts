import { type Seating, type Traveller, measureEncounters, repeatBound } from '../../rotation/index.ts'
import { countFamiliar } from './acquaintance.ts'
import { seatingOf } from './seats.ts'
import type { CafeState } from './state.ts'
import type { CafeFigures, Preview } from './view.ts'

/** As much of everybody as figures tell apart. */
const listPeople = ({ guests }: CafeState): readonly Traveller[] =>
  guests.map(({ seat, side, language, department }) => ({
    id: seat,
    side,
    language,
    ...(department !== undefined && { department }),
  }))

const measured = new WeakMap<
  CafeState['rounds'],
  { readonly guests: CafeState['guests']; readonly figures: CafeFigures }
>()

/** What the rounds came to that were begun; undefined before the first. Counted from where people really sat. */
export const measureCafe = (state: CafeState): CafeFigures | undefined => {
  const known = measured.get(state.rounds)
  if (known?.guests === state.guests) return known.figures
  const rounds = state.rounds.filter(({ startedAt }) => startedAt !== undefined).map(seatingOf)
  if (rounds.length === 0) return undefined
  const used = Math.max(...rounds.map((round) => round.length))
  const travellers = new Set(rounds.flatMap((round) => round.flatMap((table) => table.travellers)))
  const figures = {
    ...measureEncounters(rounds, listPeople(state)),
    bound: used > 0 ? repeatBound(travellers.size, used, rounds.length) : 0,
    rounds: rounds.length,
  }
  measured.set(state.rounds, { guests: state.guests, figures })
  return figures
}

/** What one more round would bring to those before it. */
export const foresee = (
  past: readonly Seating[],
  next: Seating,
  elsewhere: Pick<CafeState, 'acquainted'>,
): Pick<Preview, 'newMeetings' | 'familiar' | 'repeats' | 'revisits'> => {
  const familiar = countFamiliar(past, next, elsewhere)
  const before = measureEncounters(past)
  const after = measureEncounters([...past, next])
  return {
    newMeetings: after.pairs.met - before.pairs.met - familiar,
    ...(familiar > 0 && { familiar }),
    repeats: after.repeats - before.repeats,
    revisits: after.revisits - before.revisits,
  }
}
