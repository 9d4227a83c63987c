import { omit } from '@roundel/shared/kernel'
import type { DecideView } from '@roundel/shared/methods/decide'
import type { Session } from '@roundel/shared/session'
import type { SessionExport } from './session-file.ts'

/** What a step that decides came to, without anybody who is called by name in it. Seats go with all others. */
const decisionsWithoutNames = (view: DecideView): unknown => ({
  ...omit(view, 'decider'),
  decision: { ...view.decision, ...(view.decision.decided && { decided: omit(view.decision.decided, 'name') }) },
  concerns: view.concerns.map((concern) => omit(concern, 'name')),
  actions: view.actions.map((action) => omit(action, 'owner')),
  earlier: view.earlier.map((action) => omit(action, 'owner')),
})

/** A value without the seats in it, whether they are values, members of lists or keys. */
const withoutSeats = (value: unknown, isSeat: (text: string) => boolean): unknown => {
  const isTold = (told: unknown): boolean => typeof told !== 'string' || !isSeat(told)
  if (Array.isArray(value)) return value.filter(isTold).map((each) => withoutSeats(each, isSeat))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, told]) =>
      isSeat(key) || !isTold(told) ? [] : [[key, withoutSeats(told, isSeat)] as const],
    ),
  )
}

/**
 * An export in which nobody is named: no people, no authors, nobody who decided, owns an action, or sat at a table. Not by
 * their seats either, which would say which two things are of one person. What people wrote stays as they wrote it.
 */
export const withoutNames = (exported: SessionExport, { seats }: Pick<Session, 'seats'>): SessionExport => {
  const deciding = new Set(exported.agenda.flatMap(({ id, kind }) => (kind === 'decide' ? [id] : [])))
  const work = Object.entries(exported.work ?? {}).map(
    ([step, kept]) => [step, deciding.has(step) ? decisionsWithoutNames(kept as DecideView) : kept] as const,
  )
  const unnamed: SessionExport = {
    ...exported,
    people: [],
    ...(exported.cafes && { cafes: exported.cafes.map((cafe) => ({ ...cafe, rounds: [] })) }),
    ...(exported.work && { work: Object.fromEntries(work) }),
  }
  return withoutSeats(unnamed, (text) => Object.hasOwn(seats, text)) as SessionExport
}
