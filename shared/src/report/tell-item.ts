import { type Item, groupDuplicates } from '../board/index.ts'
import { admittedIn } from './tell-admitted.ts'
import type { ReportSource } from './report-source.ts'
import type { ReportIdea, ReportText } from './report.ts'
import { openWays } from './tell-way.ts'

/** The words of an item. */
export const textOf = ({ text, lang, second }: Pick<Item, 'text' | 'lang' | 'second'>): ReportText => ({
  text,
  lang,
  ...(second && { second }),
})

/** Tells items of one source. What it needs of the whole board it works out once. */
export const openTeller = (source: ReportSource): ((item: Item) => ReportIdea) => {
  const { session, items, links, ownerOf, names } = source
  const wayOf = openWays(source)
  const byId = new Map(items.map((item) => [item.id, item]))
  const merged = groupDuplicates(byId, links)
  const shown = new Set(session.agenda.flatMap((step) => (step.names === 'shown' ? [step.id] : [])))
  const admitted = admittedIn(session)
  const turned = new Map<Item['id'], Set<Item['id']>>()
  const note = (one: Item['id'], other: Item['id']): void =>
    void turned.set(one, (turned.get(one) ?? new Set()).add(other))
  for (const { type, from, to } of links) {
    if (type !== 'inverts') continue
    note(from, to)
    note(to, from)
  }
  return (item) => {
    const owner = names === 'shown' && shown.has(item.step) ? ownerOf(item) : undefined
    const by = owner && session.seats[owner]?.name
    const others = [...(turned.get(item.id) ?? [])].flatMap((id) => byId.get(id) ?? [])
    const done = admitted(item)
    return {
      ...textOf(item),
      id: item.id,
      kind: item.kind,
      step: item.step,
      ...(item.colour && { colour: item.colour }),
      ...(item.late && { late: item.late }),
      ...(item.state === 'parked' && { parked: true as const }),
      ...(session.corrected?.[item.id] !== undefined && { corrected: true as const }),
      ...(by !== undefined && { by }),
      same: (merged.get(item.id) ?? []).map(textOf),
      turned: others.filter(({ state }) => state === 'published').map(textOf),
      ...(done > 0 && { admitted: done }),
      ...(item.table && { table: item.table }),
      ...(item.round !== undefined && { round: item.round }),
      ...wayOf(item),
    }
  }
}
