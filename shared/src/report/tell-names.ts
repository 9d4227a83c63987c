import * as v from 'valibot'
import { type Session, workPart } from '../session/index.ts'

const name = v.optional(v.string())

/** Where a step that decides names people. */
const Named = v.object({
  decision: v.object({ decided: v.optional(v.object({ name })) }),
  actions: v.array(v.object({ owner: v.object({ name, outside: name }) })),
  earlier: v.optional(v.array(v.object({ owner: v.string() })), []),
})

/**
 * Whether a session has anybody whom a report may name beside what they wrote, decided or promised. Whoever led it is not
 * counted: everybody knows them.
 */
export const hasNames = (session: Session): boolean =>
  session.agenda.some((step) => step.names === 'shown') ||
  Object.values(workPart(session, 'seated') ?? {}).some(({ data }) => {
    const read = v.safeParse(Named, data)
    if (!read.success) return false
    const { decision, actions, earlier } = read.output
    return (
      Boolean(decision.decided?.name) ||
      actions.some(({ owner }) => Boolean(owner.name ?? owner.outside)) ||
      earlier.some(({ owner }) => owner !== '')
    )
  })
