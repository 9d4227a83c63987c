import type { Item } from '../board/index.ts'
import * as v from 'valibot'
import { type Session, workPart } from '../session/index.ts'

const Admitted = v.object({ admitted: v.record(v.string(), v.number()) })

/** How many people said of an item that it is done already; 0 where nobody did, and where nobody was asked. */
export const admittedIn = (session: Session): ((item: Item) => number) => {
  const work = workPart(session, 'seated') ?? {}
  const byStep = new Map(
    session.agenda.flatMap(({ id }) => {
      const kept = v.safeParse(Admitted, work[id]?.data)
      return kept.success ? [[id, kept.output.admitted] as const] : []
    }),
  )
  return ({ id, step }) => byStep.get(step)?.[id] ?? 0
}
