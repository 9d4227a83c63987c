import { type Person, type View, areNamesakes } from '@roundel/shared/session'

/** Somebody of one's own name who was here before and is not here now: perhaps oneself, on another device. */
export const findNamesake = ({ me, people }: View): Person | undefined =>
  me.can['claim-seat']
    ? people.find(
        ({ id, here, name, role, side = 'team' }) =>
          id !== me.seat && !here && role === me.role && side === me.side && areNamesakes(name, me.name),
      )
    : undefined
