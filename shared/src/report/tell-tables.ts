import * as v from 'valibot'
import { type Item, compareItems } from '../board/index.ts'
import { type Session, workPart } from '../session/index.ts'
import type { ReportIdea, ReportTable } from './report.ts'

/** What everybody may see of a café, as far as a report tells it. */
const Told = v.object({
  tables: v.array(
    v.object({
      id: v.string(),
      name: v.optional(v.string()),
      icon: v.optional(v.string()),
      question: v.optional(v.string()),
    }),
  ),
})

/** What came of each table: its name and question where the café says them, and what lies on the board of it. */
export const tellTables = (
  session: Session,
  standing: readonly Item[],
  tell: (item: Item) => ReportIdea,
): readonly ReportTable[] => {
  const work = workPart(session, 'seated') ?? {}
  const told = session.agenda.flatMap(({ id }) => {
    const read = v.safeParse(Told, work[id]?.data)
    return read.success ? [read.output] : []
  })
  const known = new Map(told.flatMap(({ tables }) => tables.map((place) => [place.id, place] as const)))
  const placed = Map.groupBy(
    standing.filter(({ table }) => table !== undefined),
    ({ table }) => String(table),
  )
  const ids = [...new Set([...known.keys(), ...placed.keys()])]
  return ids.flatMap((id): ReportTable[] => {
    const items = (placed.get(id) ?? []).toSorted(
      (one, other) => (one.round ?? 0) - (other.round ?? 0) || compareItems(one, other),
    )
    const isHarvest = ({ kind }: Item): boolean => kind === 'insight' || kind === 'question'
    if (items.length === 0) return []
    const { name, icon, question } = known.get(id) ?? {}
    return [
      {
        id,
        ...(name && { name }),
        ...(icon && { icon }),
        ...(question && { question }),
        ideas: items.filter((item) => !isHarvest(item)).map(tell),
        harvest: items.filter(isHarvest).map(tell),
      },
    ]
  })
}
