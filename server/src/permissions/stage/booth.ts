import type { SessionId } from '@roundel/shared/kernel'
import { newCode } from '@roundel/shared/session'
import type { MemoryDisk } from '../../storage/memory-disk.ts'
import { openMemoryStore } from '../../storage/memory.ts'
import { type Person, createMeeting, newId } from '../../testing/program.ts'
import { type RunningServer, startServer } from '../../testing/running-server.ts'
import { until } from '../../testing/sockets.ts'
import type { Cast } from './cast.ts'
import { type Dump, compareDumps, copyEntry, dumpDisk } from './disk.ts'
import { type Facts, factsFor } from './facts.ts'
import { type Moment, playMoments } from './moments.ts'
import { openStandingChance } from './standing-chance.ts'

/** Everything that one cell of a table is tried with. */
export interface Scene {
  readonly server: RunningServer
  readonly moment: string
  readonly identity: string
  /** Whoever asks, with the credential that they have, at the session in question. */
  readonly me: Person
  readonly cast: Cast
  readonly facts: Facts
  readonly code: string
}

/** A letter of the tables, before it is known whether anything changed. */
export type Told = string

/** The server, every moment of a session, and a way to try one thing after the other without a trace of the last. */
export interface Booth {
  readonly server: RunningServer
  /** Tries something, and says what one is told in a letter of the tables; throws where a refusal changed the store. */
  readonly attempt: (
    moment: string,
    identity: string,
    act: (scene: Scene) => Promise<Told>,
    options?: AttemptOptions,
  ) => Promise<string>
  readonly close: () => Promise<void>
}

/** So many acts are tried on one copy: fewer than commands are limited to at once. */
const ACTS_PER_COPY = 28

const COPIES_AT_ONCE = 40
const IDLE_MS = 90_000

const GRANTED = '+'

const LEADING: ReadonlySet<string> = new Set(['facilitator', 'co-facilitator'])

/** How something is tried. */
export interface AttemptOptions {
  /** By an act that says that one is here: where somebody who leads is, nobody keeps the clock any more. */
  readonly arrives?: boolean
}

interface Copy {
  readonly moment: Moment
  readonly cast: Cast
  readonly id: SessionId
  readonly code: string
  /** What is stored before the next act. */
  stored: Dump
  acts: number
}

export const openBooth = async (): Promise<Booth> => {
  const disk: MemoryDisk = new Map()
  const chance = openStandingChance()
  const server = await startServer({ store: openMemoryStore(disk), chance, environment: { LOG_LEVEL: 'fatal' } })
  const outsider = await createMeeting(server)
  const stranger: Person = { origin: server.origin, session: '', seat: newId(), token: '' }
  const moments = await playMoments(server, disk)
  const elsewhere = disk.get(outsider.session as SessionId)
  let copy: Copy | undefined
  let copies = 0

  const renew = async (name: string): Promise<Copy> => {
    const moment = moments.get(name)
    if (!moment || !elsewhere) throw new Error(`there is no moment called ${name}`)
    // Closes the sessions that nobody uses any more.
    if (++copies % COPIES_AT_ONCE === 0) chance.jump(IDLE_MS)
    chance.turnTo(moment.at)
    const id = newId() as SessionId
    const code = newCode(chance.random)
    disk.clear()
    disk.set(outsider.session as SessionId, elsewhere)
    disk.set(id, copyEntry(moment.entry, moment.id, id, code))
    const cast: Record<string, Person> = {
      stranger: { ...stranger, session: id },
      outsider: { ...outsider, session: id },
    }
    for (const [who, person] of Object.entries(moment.cast)) cast[who] = { ...person, session: id }
    // Opens the session, so that nothing of that belongs to what is tried.
    const { token } = cast['facilitator'] as Person
    await server.app.inject({ url: `/api/sessions/${id}/screen`, headers: { authorization: `Bearer ${token}` } })
    return { moment, cast, id, code, stored: dumpDisk(disk), acts: 0 }
  }

  /** Lets what follows from somebody's being here happen before anything is tried. */
  const arrive = async (present: Copy, { session, token }: Person): Promise<void> => {
    const isKept = () => disk.get(present.id)?.json.includes('"keeping"') === true
    if (!isKept()) return
    await server.app.inject({ url: `/api/sessions/${session}`, headers: { authorization: `Bearer ${token}` } })
    await until(() => !isKept())
    present.stored = dumpDisk(disk)
  }

  return {
    server,
    attempt: async (name, identity, act, { arrives = false } = {}) => {
      if (!copy || copy.moment !== moments.get(name)) copy = await renew(name)
      const { moment, cast, code } = copy
      const me = cast[identity]
      if (!me) throw new Error(`nobody is called ${identity}`)
      if (arrives && LEADING.has(identity)) await arrive(copy, me)
      const told = await act({ server, moment: name, identity, me, cast, facts: factsFor(moment, identity), code })
      const outcome = compareDumps(copy.stored, dumpDisk(disk))
      if (++copy.acts >= ACTS_PER_COPY || outcome !== 'same') copy = undefined
      if (told === GRANTED) return outcome === 'changed' ? GRANTED : '='
      return outcome === 'same' ? told : `${told}, and the store is ${outcome}`
    },
    close: () => server.stop(),
  }
}
