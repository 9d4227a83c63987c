import type { Person } from '@roundel/shared/session'

const needsTime = ({ marks }: Person): boolean => marks?.some(({ type }) => type === 'need-time') ?? false

/** Whose hand is raised, first come first; and who needs more time. As those who lead see it. */
export const listSignals = (
  people: readonly Person[],
): { readonly hands: readonly Person[]; readonly needTime: readonly Person[] } => ({
  hands: people.filter(({ hand }) => hand !== undefined).toSorted((a, b) => (a.hand ?? 0) - (b.hand ?? 0)),
  needTime: people.filter(needsTime),
})
