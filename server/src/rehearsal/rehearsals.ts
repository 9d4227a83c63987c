import { HOUR_MS, type SessionId } from '@roundel/shared/kernel'
import type { Language } from '@roundel/shared/session'
import type { Chance } from '../sessions/chance.ts'
import type { Log } from '../sessions/log.ts'
import { type Actor, enterAsActor } from './actor.ts'
import { SCRIPTS, associationsOf, shareOf, worseOf } from './script.ts'

/** Rehearsals with people at once on one server; beyond that a rehearsal is an empty room. */
const AT_ONCE = 4
/** From one act of a person to the next: quick enough to be alive, slow enough to be followed. */
const PAUSE_MS = { least: 1_200, spread: 2_600 }
/** People come in one after the other, and the last one late. */
const ARRIVAL_MS = 900
const LATE_MS = 40_000
/** A rehearsal is over for those in it after this time, whoever is still there. */
const LONGEST_MS = 2 * HOUR_MS

/** A session that simulated people are to come to. */
export interface Stage {
  readonly session: SessionId
  readonly code: string
  readonly language: Language
}

/** The simulated people of this server. They come, take part and leave through the same doors as everybody. */
export interface Rehearsals {
  /** Sends people to a session. Says whether anybody comes: not while too many rehearsals are on. */
  readonly begin: (stage: Stage) => boolean
  readonly size: () => number
  readonly stop: () => void
}

export interface RehearsalOptions {
  /** Where the server listens, as `http://127.0.0.1:3000`; undefined before it does. */
  readonly origin: () => string | undefined
  readonly chance: Pick<Chance, 'clock' | 'random' | 'newId'>
  readonly log: Log
  readonly enter?: typeof enterAsActor
}

export const openRehearsals = ({ origin, chance, log, enter = enterAsActor }: RehearsalOptions): Rehearsals => {
  const { clock, random } = chance
  const running = new Map<SessionId, () => void>()

  const begin = (stage: Stage): boolean => {
    const server = origin()
    if (server === undefined || running.size >= AT_ONCE || running.has(stage.session)) return false
    const script = SCRIPTS[stage.language]
    const timers = new Set<() => void>()
    const actors = new Set<Actor>()
    let expected = script.names.length
    let isOver = false

    const later = (ms: number, run: () => void): void => {
      const cancel = clock.after(ms, () => {
        timers.delete(cancel)
        run()
      })
      timers.add(cancel)
    }
    const end = (): void => {
      if (isOver) return
      isOver = true
      for (const cancel of timers) cancel()
      for (const actor of actors) actor.leave()
      running.delete(stage.session)
    }
    const miss = (): void => {
      expected--
      if (expected === 0) end()
    }
    const goOn = (actor: Actor): void =>
      later(PAUSE_MS.least + random() * PAUSE_MS.spread, () => {
        void actor.act().then((stays) => {
          if (isOver) return
          if (stays) return goOn(actor)
          actor.leave()
          actors.delete(actor)
          miss()
        })
      })
    const arrive = (nth: number): void => {
      const name = script.names[nth] ?? ''
      const { session, code } = stage
      enter(
        {
          origin: server,
          session,
          code,
          name,
          script,
          share: shareOf(script, nth),
          worse: worseOf(script, nth),
          associations: associationsOf(script, nth),
        },
        chance,
      ).then(
        (actor) => {
          if (isOver) return actor.leave()
          actors.add(actor)
          return goOn(actor)
        },
        (error: unknown) => {
          log.warn({ err: error }, 'nobody could be sent to a rehearsal')
          miss()
        },
      )
    }

    running.set(stage.session, end)
    for (const nth of script.names.keys()) {
      later(nth === script.names.length - 1 ? LATE_MS : ARRIVAL_MS * (nth + random()), () => arrive(nth))
    }
    later(LONGEST_MS, end)
    return true
  }

  return {
    begin,
    size: () => running.size,
    stop: () => {
      for (const end of running.values()) end()
    },
  }
}
