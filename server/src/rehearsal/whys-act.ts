import type { Board } from '@roundel/shared/board'
import type { ItemId, Random } from '@roundel/shared/kernel'
import { type OwnWhys, PROBLEM_FIELDS, type WhysView } from '@roundel/shared/methods/five-whys'
import type { View } from '@roundel/shared/session'
import type { Script } from './script.ts'

/** How often somebody who could say something does. */
const SPEAKS = 0.2

/** What a simulated person says next in a run of Five Whys, as a command; undefined while they only listen. */
export const chooseWhysCommand = ({
  view: { me, step, work, session },
  script: { whys },
  board,
  random,
}: {
  readonly view: View
  readonly script: Script
  readonly board: Pick<Board, 'items'>
  readonly random: Random
}): Readonly<Record<string, unknown>> | undefined => {
  const run = step && (work?.[step.id]?.data as WhysView | undefined)
  if (!run || random() > SPEAKS) return undefined
  const lang = session.language
  const textOf = (item: ItemId): string | undefined => board.items.get(item)?.text
  const { statement } = run.problem
  switch (step.phase) {
    case 'problem': {
      const said: Readonly<Partial<Record<string, string>>> = whys.problem
      const field = PROBLEM_FIELDS.find((name) => said[name] && !statement[name])
      return field && me.can['state-problem'] && { type: 'state-problem', field, text: said[field], was: '' }
    }
    case 'whys': {
      const known = new Map(run.causes.map(({ item }) => [textOf(item), item]))
      const next = whys.causes.find(
        ({ text, under }) => !known.has(text) && (under === undefined || known.has(whys.causes[under]?.text)),
      )
      if (!next || !me.can['add-cause']) return undefined
      const parent = next.under === undefined ? undefined : known.get(whys.causes[next.under]?.text)
      return { type: 'add-cause', text: next.text, lang, ...(parent && { parent }) }
    }
    case 'roots': {
      const { supports = [] } = (me.work ?? {}) as Partial<OwnWhys>
      const deepest = run.causes.toSorted((one, other) => other.depth - one.depth)[0]
      const isOpen = deepest && deepest.root?.state !== 'rejected' && !supports.includes(deepest.item)
      return isOpen && me.can['propose-root']
        ? { type: 'propose-root', cause: deepest.item, supports: true }
        : undefined
    }
    case 'countermeasures': {
      const written = new Set(run.countermeasures.map(({ item }) => textOf(item)))
      const text = whys.ideas.find((idea) => !written.has(idea))
      const root = run.causes.find(({ root: mark }) => mark && mark.state !== 'rejected')
      return text !== undefined && root && me.can['add-countermeasure']
        ? { type: 'add-countermeasure', root: root.item, text, lang }
        : undefined
    }
    default:
      return undefined
  }
}
