import { isId } from '@roundel/shared/kernel'
import { METHOD_IDS } from '@roundel/shared/methods'
import { type Session, type Step, planOf } from '@roundel/shared/session'
import * as v from 'valibot'

/** How sessions are stored now. A field that may be missing keeps the number; a change that others cannot read raises it. */
const FORMAT = 1

/** What is stored is none of ours, or was written by a newer program. It is left as it is. */
export class UnreadableSession extends Error {
  override readonly name = 'UnreadableSession'
}

const id = v.custom<string>(isId)

/**
 * What rules stand upon. It is our own file, checked for damage by the store: this tells a session from something else,
 * and one that a newer program wrote from one that can be read.
 */
const Stored = v.looseObject({
  /** Absent in what was written before sessions had a format. */
  format: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FORMAT)), 0),
  id,
  agenda: v.pipe(
    v.array(
      v.looseObject({
        id,
        kind: v.picklist(METHOD_IDS),
        names: v.picklist(['hidden', 'shown']),
        settings: v.record(v.string(), v.unknown()),
        state: v.picklist(['planned', 'live', 'done', 'skipped']),
      }),
    ),
    v.minLength(1),
  ),
  position: v.variant('state', [
    v.looseObject({ state: v.literal('lobby'), epoch: v.number() }),
    v.looseObject({ state: v.literal('live'), epoch: v.number(), step: id, phase: v.string(), since: v.number() }),
    v.looseObject({ state: v.literal('ended'), epoch: v.number(), at: v.number() }),
  ]),
  settings: v.looseObject({}),
  seats: v.record(v.string(), v.looseObject({ id, role: v.string() })),
})

/** A session as it is stored. */
export const writeSession = (session: Session): string => JSON.stringify({ format: FORMAT, ...session })

/** A stored session, also one that an older program wrote. Throws `UnreadableSession`. */
export const readSession = (json: string): Session => {
  const parsed = parse(json)
  if (!parsed.success) throw new UnreadableSession('the stored session is of a newer program, or none at all')
  const { format, ...stored } = parsed.output
  const session = stored as unknown as Session
  return format < 1 ? raise(session) : session
}

/** Whether a stored session can be read at all. */
export const isReadable = (json: string): boolean => parse(json).success

const parse = (json: string) => {
  try {
    return v.safeParse(Stored, JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError) return { success: false } as const
    throw error
  }
}

/** A session from before times were kept, and how far each step had come. */
const raise = (session: Session): Session => ({
  ...session,
  agenda: session.agenda.map((step) => raiseStep(session, step)),
})

const raiseStep = ({ position }: Session, step: Step): Step => {
  const plan = planOf(step)
  if (step.state === 'live' && position.state === 'live') {
    const { since, phase } = position
    return { ...step, begun: true, reached: phase, spent: { begunAt: since, ms: 0, since } }
  }
  // Where a step was skipped is not known any more: at its beginning is what releases nothing.
  const left = step.state === 'done' ? plan.at(-1) : step.state === 'skipped' ? plan[0] : undefined
  return left ? { ...step, begun: true, left: left.key, reached: left.key } : step
}
