import type { Person } from '@roundel/shared/session'

type Seated = Pick<Person, 'state' | 'role'>

/** Whether somebody sits in the session. Who waits does not yet, and a screen is nobody. */
export const isSeated = ({ state, role }: Seated): boolean => state !== 'waiting' && role !== 'screen'

/** Whether somebody who sits in the session is there at the moment. */
export const isHere = (person: Seated & Pick<Person, 'here'>): boolean => person.here && isSeated(person)

/** Whether somebody takes part, and does not only look on. */
export const takesPart = (person: Seated): boolean => isSeated(person) && person.role !== 'observer'
