import type { SeatId } from '../../kernel/index.ts'
import { methodOf } from '../../methods/index.ts'
import { findDecider } from '../decider.ts'
import { findStop } from '../plan.ts'
import { findSeat } from '../rights.ts'
import type { Session } from '../session.ts'
import { workOf, workingsOf } from '../work.ts'
import { type Audience, isLeading } from './audience.ts'
import type { WorkPart } from './view.ts'

/** What the methods show of what they keep; undefined where they keep nothing, and for those who wait. */
export const workPart = (session: Session, audience: Audience): WorkPart | undefined => {
  if (audience === 'waiting') return undefined
  const stop = findStop(session)
  const decider = findDecider(session)
  const shown = session.agenda.flatMap((step) => {
    const state = workOf(session, step.id)
    const workings = workingsOf(step)
    if (state === undefined || !workings) return []
    const phase = stop?.step.id === step.id ? stop.phase.key : undefined
    const viewer = {
      leads: isLeading(audience),
      nameOf: (id: SeatId) => findSeat(session, id)?.name,
      ...(decider && { decider }),
      ...(phase !== undefined && { phase }),
    }
    const kept = workings.keeps?.(state) ?? []
    const unseen = workings.unseenByJudges?.(methodOf(step.kind).settings(step.settings)) ?? []
    const data = workings.view(state, step.settings, viewer)
    const lists = { ...(kept.length > 0 && { kept }), ...(unseen.length > 0 && { unseen }) }
    return [[step.id, { data, ...lists }] as const]
  })
  return shown.length > 0 ? Object.fromEntries(shown) : undefined
}
