import type { Item } from '../board/index.ts'
import { PROBLEM_FIELDS, type CauseView, type WhysView, childrenOf } from '../methods/five-whys/index.ts'
import { type Session, workPart } from '../session/index.ts'
import type { ReportCause, ReportWhys } from './report.ts'
import { textOf } from './tell-item.ts'
import type { Trails } from './trails.ts'

type Items = ReadonlyMap<Item['id'], Item>

const tellCause = (
  run: WhysView,
  cause: CauseView,
  items: Items,
  refuted: Trails['refuted'],
): readonly ReportCause[] => {
  const below = childrenOf(run, cause.item).flatMap((child) => tellCause(run, child, items, refuted))
  const item = items.get(cause.item)
  // What was hidden is not told; what explains it moves up into its place.
  if (!item) return below
  const later = refuted.get(cause.item)
  return [
    {
      ...textOf(item),
      id: item.id,
      proof: cause.evidenceState,
      ...(cause.root && { root: cause.root.state }),
      ...(later && { refuted: later }),
      below,
    },
  ]
}

/** Every run of Five Whys in which something was said, with what later sessions found of its causes. */
export const tellWhys = (
  session: Session,
  items: Items,
  refuted: Trails['refuted'] = new Map(),
): readonly ReportWhys[] => {
  const work = workPart(session, 'seated') ?? {}
  return session.agenda.flatMap(({ id, kind }): ReportWhys[] => {
    // What is kept of a step of this method is such a run: only that method makes it.
    const run = kind === 'five-whys' ? (work[id]?.data as WhysView | undefined) : undefined
    if (!run) return []
    const problem = PROBLEM_FIELDS.flatMap((field) => run.problem.statement[field] ?? [])
    const causes = childrenOf(run).flatMap((cause) => tellCause(run, cause, items, refuted))
    return problem.length + causes.length > 0 ? [{ step: id, problem, causes }] : []
  })
}
