import type { SeatId } from '../../kernel/index.ts'
import { type ReverseWork, without } from './work.ts'

/** A run that knows a person by another id. Nobody counts twice, holds two things, or proposes twice because of it. */
export const replaceSeat = (state: ReverseWork, seat: SeatId, into: SeatId): ReverseWork => {
  const replace = <Mine extends { readonly seat: SeatId }>(mine: Mine): Mine =>
    mine.seat === seat ? { ...mine, seat: into } : mine
  /** Of what one person can have once, the one that the other had stands. */
  const keepOne = <Mine extends { readonly seat: SeatId }>(all: readonly Mine[]): readonly Mine[] =>
    all.some((mine) => mine.seat === into) ? all.filter((mine) => mine.seat !== seat) : all.map(replace)
  const seats = (all: readonly SeatId[]): readonly SeatId[] => [
    ...new Set(all.map((other) => (other === seat ? into : other))),
  ]
  const dealt = state.dealt[seat]
  const passed = state.passed.map(replace)
  return {
    ...state,
    proposals: keepOne(state.proposals),
    admitted: Object.fromEntries(Object.entries(state.admitted).map(([item, people]) => [item, seats(people)])),
    leases: keepOne(state.leases),
    ...(dealt !== undefined && {
      dealt: { ...without(state.dealt, seat), [into]: Math.max(dealt, state.dealt[into] ?? 0) },
    }),
    free: seats(state.free),
    passed: passed.filter(
      (one, at) => passed.findIndex((other) => other.seat === one.seat && other.item === one.item) === at,
    ),
    turned: state.turned.map(replace),
  }
}
