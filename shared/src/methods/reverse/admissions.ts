import type { ItemId, SeatId } from '../../kernel/index.ts'
import type { Phase } from '../phase.ts'

/** One person says of a negative idea: we do this already. */
export interface Admission {
  readonly seat: SeatId
  readonly item: ItemId
}

/** What a person may know of all that was admitted. `counts` is there only when it is shown to everybody. */
export interface AdmissionsView {
  readonly mine: readonly ItemId[]
  readonly counts?: ReadonlyMap<ItemId, number>
}

const isSame = (one: Admission, other: Admission): boolean => one.seat === other.seat && one.item === other.item

/** With one admission more; the same list when it is there already: each person counts once. */
export const admit = (admissions: readonly Admission[], added: Admission): readonly Admission[] =>
  admissions.some((other) => isSame(other, added)) ? admissions : [...admissions, added]

/** Without an admission; the same list when it was not there. */
export const retract = (admissions: readonly Admission[], gone: Admission): readonly Admission[] =>
  admissions.some((other) => isSame(other, gone)) ? admissions.filter((other) => !isSame(other, gone)) : admissions

/**
 * Whether the phase in which people compare with reality has ended: `phase` stands behind it, or the step is left for good,
 * when `phase` is undefined. Never where no such phase takes place.
 */
export const isRealityOver = (plan: readonly Phase[], phase: string | undefined): boolean => {
  const at = plan.findIndex(({ key }) => key === 'reality')
  return at >= 0 && (phase === undefined || plan.findIndex(({ key }) => key === phase) > at)
}

/**
 * What one person sees: their own admissions at any time; how many people admit what once the phase is over, and until then
 * nobody anything of others, those who lead neither. Never who.
 */
export const viewAdmissions = (admissions: readonly Admission[], seat: SeatId, isOver: boolean): AdmissionsView => ({
  mine: admissions.filter((admission) => admission.seat === seat).map(({ item }) => item),
  ...(isOver && { counts: countAdmissions(admissions) }),
})

/** How many people admit each item that anybody admits; each person once. */
export const countAdmissions = (admissions: readonly Admission[]): ReadonlyMap<ItemId, number> => {
  const people = Map.groupBy(admissions, ({ item }) => item)
  return new Map([...people].map(([item, all]) => [item, new Set(all.map(({ seat }) => seat)).size]))
}

/** What was found out about today: the items that somebody admits, those that most people do first, ties by id. */
export const listFindings = (
  admissions: readonly Admission[],
): readonly { readonly item: ItemId; readonly people: number }[] =>
  [...countAdmissions(admissions)]
    .map(([item, people]) => ({ item, people }))
    .toSorted((one, other) => other.people - one.people || (one.item < other.item ? -1 : 1))
