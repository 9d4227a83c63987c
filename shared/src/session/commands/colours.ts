import * as v from 'valibot'
import { COLOURS, type Colour } from '../../board/index.ts'
import { LIMITS, aLineOrNone, fail, ok, omit } from '../../kernel/index.ts'
import { takesPart } from '../rights.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { objectAt, objectNow, objectToGrouping } from './objection.ts'

/** Says what a colour of notes means in this session; an empty name takes that away. */
export const nameColour = defineCommand({
  type: 'name-colour',
  fields: { colour: v.picklist(COLOURS), name: aLineOrNone(LIMITS.labelCharacters) },
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToGrouping(seat)),
  decide: (session, { colour, name }, seat, { now }) => {
    const objection = objectAt(session, now, objectToGrouping(seat))
    if (objection) return fail(objection)
    const before: Readonly<Partial<Record<Colour, string>>> = session.colours ?? {}
    if ((before[colour] ?? '') === name) return ok(decided(session))
    const colours = { ...omit(before, colour), ...(name !== '' && { [colour]: name }) }
    return ok(decided({ ...session, colours }))
  },
})
