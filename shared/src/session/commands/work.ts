import type * as v from 'valibot'
import { fail, ok } from '../../kernel/index.ts'
import { type AnyWorkDefinition, METHODS, type Method, type WorkCommand } from '../../methods/index.ts'
import { findStep, findStop } from '../plan.ts'
import { listRegimes } from '../regime.ts'
import { takesPart } from '../rights.ts'
import type { Seat, Session, Step } from '../session.ts'
import { personOf } from '../decider.ts'
import { momentOf } from '../moment.ts'
import { withWork, workOf } from '../work.ts'
import { writeWork } from '../write-work.ts'
import { type CommandDefinition, LIVE, decided, defineCommand } from './command.ts'
import { type Objection, objectNow, objectToLock, wrongPhase } from './objection.ts'

/** Why a command of a method cannot be given under the rights of a moment: the step is of another, or in another phase. */
const objectToWork =
  (session: Session, seat: Seat, { id }: Pick<Method, 'id'>, { phases }: AnyWorkDefinition): Objection =>
  ({ step, phase, ...regime }) => {
    const isItsTime = findStep(session, step)?.kind === id && phase !== undefined && phases.includes(phase)
    return objectToLock(seat)({ step, ...regime }) ?? (isItsTime ? undefined : wrongPhase)
  }

/** The session in which a step is known to have been worked in, as it is known of one that was written for. */
const markWorked = (session: Session, { id, worked }: Step): Session =>
  worked
    ? session
    : { ...session, agenda: session.agenda.map((step) => (step.id === id ? { ...step, worked: true as const } : step)) }

/** A command of a method as one of the session: about the live step, or the one that was live within the grace. */
const asCommand = (method: Pick<Method, 'id'>, definition: AnyWorkDefinition) =>
  defineCommand<string, v.ObjectEntries>({
    type: definition.type,
    fields: definition.fields as v.ObjectEntries,
    during: LIVE,
    ...(definition.unlogged && { unlogged: definition.unlogged }),
    may: (session, seat) => takesPart(seat) && (definition.may?.(personOf(session, seat)) ?? true),
    objection: (session, seat) => {
      const objection = objectNow(session, objectToWork(session, seat, method, definition))
      const stop = findStop(session)
      const state = stop && workOf(session, stop.step.id)
      return objection ?? (state === undefined ? wrongPhase : definition.objection?.(state))
    },
    decide: (session, command, seat, circumstances) => {
      const object = objectToWork(session, seat, method, definition)
      const regimes = listRegimes(session, circumstances.now)
      const regime = regimes.find((candidate) => !object(candidate))
      const step = regime && findStep(session, regime.step)
      const state = step && workOf(session, step.id)
      if (!step || state === undefined || regime?.phase === undefined) {
        return fail((regimes[0] && object(regimes[0])) ?? wrongPhase)
      }
      const objection = definition.objection?.(state)
      if (objection) return fail(objection)
      const change = definition.decide(state, command, {
        ...momentOf(session, step, regime.phase, circumstances),
        ...personOf(session, seat),
        owns: (item) => circumstances.item(item)?.owner === seat.id,
      })
      if (!change.ok) return change
      const { state: next, writes, item } = change.value
      const written = writeWork(session, step, writes, seat.id, circumstances)
      if (!written.ok) return written
      const changed = markWorked(withWork(session, step.id, next), step)
      return ok(decided(changed, written.value, item === undefined ? {} : { item }))
    },
  })

/** Every command of every method: each is known wherever commands are, and refused where its method is not live. */
export const WORK_COMMANDS = METHODS.flatMap((method: Method) =>
  (method.workings?.commands ?? []).map((definition) => asCommand(method, definition)),
) as unknown as readonly CommandDefinition<WorkCommand['type'], v.ObjectEntries>[]
