import { type Meeting, type Person, createMeeting, order, secretOf, sitDown, viewOf } from '../../testing/program.ts'
import type { RunningServer } from '../../testing/running-server.ts'

/** Those who take part, in the order in which they sit down. */
export const WRITERS = ['facilitator', 'co-facilitator', 'client', 'participant', 'chosen', 'host', 'scribe'] as const

/**
 * Everybody in the tables, and those whom something is done to: `neighbour`, whose name somebody else has too, `asker`,
 * who says that the neighbour's seat is theirs, `deputy`, a second co-facilitator, `knocker`, who waits, and `gone`, who
 * was removed.
 */
export type Cast = Readonly<Record<string, Person>>

/** Seats everybody at a new session. The door stays one at which people wait. */
export const seatCast = async (
  server: RunningServer,
  body: Record<string, unknown>,
): Promise<Cast & { readonly facilitator: Meeting }> => {
  const meeting = await createMeeting(server, body)
  const { links } = meeting
  const sit = (name: string, invite?: string) => sitDown(meeting, name, invite)
  const neighbour = await sit('Ann')
  const cast: Record<string, Person> = {
    neighbour,
    participant: await sit('Ann'),
    asker: await sit('Ann'),
    'co-facilitator': await sit('Cora'),
    deputy: await sit('Dora'),
    client: await sit('Clio', secretOf(links.client)),
    chosen: await sit('Chad'),
    host: await sit('Hugo'),
    scribe: await sit('Scott'),
    observer: await sit('Otto', secretOf(links.observer)),
    screen: await sit('Wall', secretOf(links.screen)),
    left: await sit('Lena'),
    removed: await sit('Remo'),
    gone: await sit('Gina'),
  }
  const seatOf = (name: string): string => cast[name]?.seat ?? ''
  await order(meeting, { type: 'set-role', seat: seatOf('co-facilitator'), role: 'co-facilitator' })
  await order(meeting, { type: 'set-role', seat: seatOf('deputy'), role: 'co-facilitator' })
  await order(meeting, { type: 'set-flag', seat: seatOf('host'), flag: 'host', on: true })
  await order(meeting, { type: 'set-flag', seat: seatOf('scribe'), flag: 'scribe', on: true })
  await order(cast['left'] as Person, { type: 'leave' })
  await order(meeting, { type: 'remove', seat: seatOf('removed') })
  await order(meeting, { type: 'remove', seat: seatOf('gone') })
  await order(cast['asker'] as Person, { type: 'claim-seat', seat: neighbour.seat })
  await order(meeting, { type: 'set-setting', door: 'ask' })
  cast['waiting'] = await sit('Wanda')
  cast['knocker'] = await sit('Knut')
  cast['refused'] = await sit('Rhea')
  await order(meeting, { type: 'refuse', seat: seatOf('refused') })
  const { people } = await viewOf(meeting)
  if (!people.some(({ name }) => name === 'Ann (3)')) throw new Error('nobody is told apart')
  return { ...cast, facilitator: meeting }
}
