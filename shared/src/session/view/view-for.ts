import type { SeatId } from '../../kernel/index.ts'
import type { Session } from '../session.ts'
import { audienceOf } from './audience.ts'
import { mePart, mePartAsScreen } from './me-part.ts'
import { peoplePart } from './people-part.ts'
import { sessionPart } from './session-part.ts'
import { stepPart } from './step-part.ts'
import type { Surroundings, View } from './view.ts'
import { workPart } from './work-part.ts'

/** The only thing of a session that leaves the server, as one seat may see it. Throws for a seat that does not exist. */
export const viewFor = (session: Session, seat: SeatId, surroundings: Surroundings): View => {
  const audience = audienceOf(session, seat)
  const step = stepPart(session, surroundings, audience)
  const work = workPart(session, audience)
  return {
    v: surroundings.version,
    session: sessionPart(session, audience),
    me: mePart(session, seat),
    people: peoplePart(session, surroundings, audience),
    ...(work && { work }),
    ...(step && { step }),
    now: surroundings.now,
  }
}

/** What a screen shows, for a device that sits on the seat of somebody who leads: it can do nothing, and says nothing of them. */
export const viewAsScreen = (session: Session, id: SeatId, surroundings: Surroundings): View => {
  const step = stepPart(session, surroundings, 'screen')
  const work = workPart(session, 'screen')
  return {
    v: surroundings.version,
    session: sessionPart(session, 'screen'),
    me: mePartAsScreen(session, id),
    people: peoplePart(session, surroundings, 'screen'),
    ...(work && { work }),
    ...(step && { step }),
    now: surroundings.now,
  }
}
