import { type Board, type DraftItem, type Item, isSpark } from '@roundel/shared/board'
import { type ClusterId, type ItemId, type Random, unreachable } from '@roundel/shared/kernel'
import type { StepPart, View } from '@roundel/shared/session'
import { chooseFeeling } from './decide-act.ts'
import { admitOne, turnOne } from './reverse-acts.ts'
import { type Script, themeOf } from './script.ts'
import { type VoteAct, chooseVote } from './vote-act.ts'
import { chooseWhysCommand } from './whys-act.ts'

/** One thing that a simulated person does next. */
export type Act =
  | { readonly type: 'begin'; readonly text: string; readonly inspiredBy?: readonly ItemId[] }
  | { readonly type: 'go-on'; readonly draft: ItemId; readonly text: string }
  | { readonly type: 'finish'; readonly draft: ItemId; readonly text: string }
  | { readonly type: 'say-ready' }
  | { readonly type: 'add'; readonly text: string }
  | { readonly type: 'make-cluster'; readonly title: string; readonly first: ItemId }
  | { readonly type: 'place'; readonly item: ItemId; readonly cluster: ClusterId }
  /** Something that a method has of its own. */
  | { readonly type: 'give'; readonly command: Readonly<Record<string, unknown>> }
  | VoteAct
  | { readonly type: 'rest' }
  | { readonly type: 'leave' }

/** What a simulated person knows and has done when the next act is chosen. */
export interface Situation {
  readonly view: View
  readonly script: Script
  /** The ideas this person brings along. */
  readonly share: readonly string[]
  /** What this person brings along where things are made worse. */
  readonly worse: readonly string[]
  /** What cards bring to this person's mind. */
  readonly associations: readonly string[]
  readonly drafts: readonly DraftItem[]
  readonly board: Pick<Board, 'items' | 'clusters' | 'links'>
  /** How many items this person has moved in this step. */
  readonly placed: number
  readonly random: Random
}

const REST: Act = { type: 'rest' }

/** Letters that appear between two looks, so that a sentence grows as if somebody typed it. */
const LETTERS = 18
/** Of the ideas brought along, so many are kept for when ideas are open. */
const KEPT_FOR_LATER = 1
/** How often somebody who could add one more idea in the open does. */
const ADDS_LATER = 0.12
/** How often somebody who could connect two things does. */
const CONNECTS = 0.1
/** How many of the items one person moves, at most: the rest is for whoever rehearses. */
const PLACES_SHARE = 0.12

/**
 * What a simulated person does next, from what the phase allows, so that people take part in every method that is
 * written, opened and grouped. What only a method has is said by its own script.
 */
export const chooseAct = (situation: Situation): Act => {
  const { view } = situation
  if (view.session.state === 'ended') return { type: 'leave' }
  const { step } = view
  if (!step || view.me.state !== 'seated') return REST
  if (step.kind === 'five-whys') {
    const command = step.locked ? undefined : chooseWhysCommand(situation)
    return command ? { type: 'give', command } : REST
  }
  if (step.kind === 'decide') {
    const command = step.locked ? undefined : chooseFeeling(view, situation.random)
    return command ? { type: 'give', command } : REST
  }
  if (step.kind === 'score') return chooseVote(view, situation.random) ?? REST
  switch (step.policies.add) {
    case 'private':
      return write(situation, step)
    case 'open':
      return (step.policies.inverts ? turnOne(situation) : undefined) ?? addLate(situation, step)
    case 'none':
      return admitOne(situation) ?? (view.me.can['connect'] ? connect(situation, step) : group(situation, step))
    default:
      return unreachable(step.policies.add)
  }
}

/** What lies before people that was drawn, or that it brought to mind. */
const listSparks = ({ board }: Situation, step: StepPart): readonly Item[] =>
  [...board.items.all().values()].filter(
    (item) => item.step === step.id && item.state === 'published' && isSpark(item.kind),
  )

/** Two things of those that lie open, now and then, with a line that nobody has said. */
const connect = (situation: Situation, step: StepPart): Act => {
  const { random, script, board } = situation
  const said = new Set([...board.links.all().values()].map(({ text }) => text))
  const text = script.connections.find((line) => !said.has(line))
  const sparks = listSparks(situation, step)
  const from = pick(sparks, random)
  const to = pick(
    sparks.filter((other) => other !== from),
    random,
  )
  if (!from || !to || text === undefined || step.locked || random() > CONNECTS) return REST
  return { type: 'give', command: { type: 'connect', from: from.id, to: to.id, relation: 'association', text } }
}

/** What led to what one writes: a card of one's own, or anything that lies open. */
const findSource = (situation: Situation, step: StepPart): readonly ItemId[] => {
  const { hand = [] } = (situation.view.me.work ?? {}) as { readonly hand?: readonly { readonly item: ItemId }[] }
  const sources = [...hand.map(({ item }) => item), ...listSparks(situation, step).map(({ id }) => id)]
  const source = sources[Math.floor(situation.random() * sources.length)]
  return source === undefined ? [] : [source]
}

/** What somebody brings along for what is written now; the last of it is kept for later. */
const shareFor = ({ share, worse, associations }: Situation, step: StepPart): readonly string[] => {
  switch (step.policies.kinds[0]) {
    // Of these nothing is kept: what makes things worse is turned round later, and what a card brought to mind is for the moment.
    case 'negative-idea':
      return [...worse, '']
    case 'association':
      return [...associations, '']
    default:
      return share
  }
}

const write = (situation: Situation, step: StepPart): Act => {
  const { view, drafts } = situation
  const share = shareFor(situation, step)
  const own = drafts.filter((draft) => draft.step === step.id)
  const begun = own.find(({ state }) => state === 'composing')
  if (begun) {
    const whole = share.find((text) => text.startsWith(begun.text)) ?? begun.text
    if (begun.text === whole) return { type: 'finish', draft: begun.id, text: whole }
    return { type: 'go-on', draft: begun.id, text: whole.slice(0, begun.text.length + LETTERS) }
  }
  const written = new Set(own.map(({ text }) => text))
  const next = share.slice(0, -KEPT_FOR_LATER).find((text) => !written.has(text))
  if (next !== undefined) {
    const inspiredBy = findSource(situation, step)
    return { type: 'begin', text: next.slice(0, LETTERS), ...(inspiredBy.length > 0 && { inspiredBy }) }
  }
  const isReady = view.me.marks.some(({ type }) => type === 'ready')
  return isReady || !view.me.can['mark'] ? REST : { type: 'say-ready' }
}

/** Where names are hidden an idea is added by a command; where they are shown, by hand, which nobody does here. */
const addLate = ({ share, board, view, random }: Situation, step: StepPart): Act => {
  if (step.names === 'shown' || step.locked || !view.me.can['add-item'] || random() > ADDS_LATER) return REST
  const known = new Set([...board.items.all().values()].map(({ text }) => text))
  if (step.policies.inverts) return REST
  const text = share.slice(-KEPT_FOR_LATER).find((idea) => !known.has(idea))
  return text === undefined ? REST : { type: 'add', text }
}

const mayGroup = ({ view: { me } }: Situation, { policies, named }: StepPart): boolean =>
  policies.group === 'all' || (policies.group === 'some' && (named?.includes(me.seat) ?? false))

/** The item to move: a loose one of the script, and not the one that everybody else looks at first. */
const pick = (items: readonly Item[], random: Random): Item | undefined => items[Math.floor(random() * items.length)]

const group = (situation: Situation, step: StepPart): Act => {
  const { board, script, placed, random } = situation
  if (step.policies.place !== 'all' || step.locked) return REST
  const items = [...board.items.all().values()].filter(({ state }) => state === 'published')
  if (placed >= Math.max(1, Math.ceil(items.length * PLACES_SHARE))) return REST
  const clusters = [...board.clusters.all().values()]
  const isIn = new Set(clusters.map(({ id }) => id))
  const loose = items.filter(
    ({ cluster, text }) => (cluster === undefined || !isIn.has(cluster)) && themeOf(script, text) !== undefined,
  )
  const item = pick(loose, random)
  const theme = item && themeOf(script, item.text)
  if (!item || theme === undefined) return REST
  const home = clusters.find(({ title }) => title === theme)
  if (home) return { type: 'place', item: item.id, cluster: home.id }
  return mayGroup(situation, step) ? { type: 'make-cluster', title: theme, first: item.id } : REST
}
