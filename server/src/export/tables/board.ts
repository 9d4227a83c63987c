import type { SessionExport } from '../session-file.ts'
import { type Table, tableOf } from '../table.ts'
import { titleOfStep } from './items.ts'

/** How items hang together, one row for each link. */
export const tableLinks = ({ items, links }: SessionExport): Table => {
  const texts = new Map(items.map(({ id, text }) => [id, text]))
  return tableOf('Links', links, [
    ['type', 'word', ({ type }) => type],
    ['from_text', 'text', ({ from }) => texts.get(from)],
    ['to_text', 'text', ({ to }) => texts.get(to)],
    ['text', 'text', ({ text }) => text],
    ['relation', 'word', ({ relation }) => relation],
    ['from', 'id', ({ from }) => from],
    ['to', 'id', ({ to }) => to],
    ['id', 'id', ({ id }) => id],
  ])
}

/** The groups, with how much stands in each. */
export const tableClusters = ({ agenda, clusters, items }: SessionExport): Table => {
  const steps = new Map(agenda.map((step) => [step.id, step]))
  const sizes = new Map<string, number>()
  for (const { cluster, state } of items) {
    if (cluster !== undefined && state === 'published') sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  }
  return tableOf('Clusters', clusters, [
    ['step', 'line', ({ step }) => titleOfStep(steps.get(step))],
    ['title', 'line', ({ title }) => title],
    ['colour', 'word', ({ colour }) => colour],
    ['items', 'number', ({ id }) => sizes.get(id) ?? 0],
    ['id', 'id', ({ id }) => id],
  ])
}
