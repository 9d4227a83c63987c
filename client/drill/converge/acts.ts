import {
  type Intention,
  applyPatches,
  colourItem,
  moveToCluster,
  moveToPlace,
  pairUp,
  renameCluster,
} from '@roundel/shared/board'
import { type ClusterId, type ItemId, type StepId, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { redo, remember, undo } from '../../src/board/wall/undo-stack.ts'
import type { SeededChance } from './chance.ts'
import { type Device, draftOf } from './device.ts'
import type { Ledger } from './ledger.ts'
import type { Answer } from './program.ts'

/** Where the session is, as far as people on their devices know. */
export interface Stage {
  readonly step: StepId
  readonly add: 'none' | 'private' | 'open'
  readonly edits: boolean
  readonly places: boolean
  readonly groups: boolean
  readonly namesShown: boolean
}

/** Whatever a person on one device does now. */
export interface Moment {
  readonly device: Device
  readonly stage: Stage
  readonly chance: SeededChance
  readonly ledger: Ledger
  readonly give: (command: Record<string, unknown>) => Promise<Answer<{ item?: string }>>
}

/** Does one thing; answers whether there was anything to do. */
type Act = (moment: Moment) => boolean | Promise<boolean>

const newId = <Id extends string>(): Id => nanoid(16) as Id

/** Whether somebody heeds what the page offers: now and then somebody does not know yet that it no longer does. */
const heeds = ({ chance }: Moment): boolean => !chance.happens(0.08)

const boardOf = ({ device }: Moment) => device.page().board.content()
const draftsOf = ({ device }: Moment) => device.page().draft?.content()

const anyItem = (moment: Moment): ItemId | undefined => moment.chance.pick([...boardOf(moment).items.all().keys()])
const anyCluster = (moment: Moment): ClusterId | undefined =>
  moment.chance.pick([...boardOf(moment).clusters.all().keys()])

const write = ({ device, ledger }: Moment, document: string, record: string): string => {
  const mark = ledger.write(device.name, document, record)
  device.typed(document, mark)
  return mark
}

/** Puts a mark somewhere into a text. */
const insert = ({ chance }: Moment, text: string, mark: string): string => {
  const at = chance.below(text.length + 1)
  return `${text.slice(0, at)}${mark}${text.slice(at)}`
}

const onWall = (moment: Moment, intention: Intention): boolean => {
  const { device } = moment
  if (!moment.stage.places && heeds(moment)) return false
  applyPatches(boardOf(moment), intention.do)
  device.undo = remember(device.undo, intention)
  return intention.do.length > 0
}

const addDraft: Act = (moment) => {
  const draft = draftsOf(moment)
  if (!draft) return false
  const id = newId<ItemId>()
  const text = write(moment, draftOf(moment.device.seat), id)
  const state = moment.chance.happens(0.7) ? 'ready' : 'composing'
  draft.items.add({ id, kind: 'idea', step: moment.stage.step, text, lang: 'zh', state })
  return true
}

const editDraft: Act = (moment) => {
  const draft = draftsOf(moment)
  const item = moment.chance.pick([...(draft?.items.all().values() ?? [])])
  if (!draft || !item) return false
  const mark = write(moment, draftOf(moment.device.seat), item.id)
  draft.items.rewrite(item.id, 'text', insert(moment, item.text, mark))
  return true
}

const eraseInDraft: Act = (moment) => {
  const draft = draftsOf(moment)
  const item = moment.chance.pick([...(draft?.items.all().values() ?? [])])
  if (!draft || !item || item.text.length < 2) return false
  const at = moment.chance.below(item.text.length)
  moment.ledger.take(item.text.charAt(at), draftOf(moment.device.seat))
  draft.items.rewrite(item.id, 'text', item.text.slice(0, at) + item.text.slice(at + 1))
  return true
}

const removeDraft: Act = (moment) => {
  const draft = draftsOf(moment)
  const item = moment.chance.pick([...(draft?.items.all().values() ?? [])])
  if (!draft || !item) return false
  // With it goes what another device of this person types into it at the same time.
  moment.ledger.remove(item.id)
  draft.items.remove(item.id)
  return true
}

const finishDraft: Act = (moment) => {
  const draft = draftsOf(moment)
  const item = moment.chance.pick([...(draft?.items.all().values() ?? [])].filter(({ state }) => state === 'composing'))
  if (!draft || !item) return false
  draft.items.patch(item.id, { state: 'ready' })
  return true
}

const addOpenly: Act = (moment) => {
  const { stage, device } = moment
  if (!(stage.add === 'open' && stage.namesShown) && heeds(moment)) return false
  const id = newId<ItemId>()
  const text = write(moment, 'board', id)
  boardOf(moment).items.add({
    id,
    kind: 'idea',
    step: stage.step,
    text,
    lang: 'zh',
    rank: '',
    state: 'published',
    author: asId(device.seat.seat),
  })
  return true
}

const correctOpenly: Act = (moment) => {
  const { stage, device, chance } = moment
  const all = [...boardOf(moment).items.all().values()]
  const isHeeded = heeds(moment)
  if (!(stage.edits && stage.namesShown) && isHeeded) return false
  const item = chance.pick(isHeeded ? all.filter(({ author }) => author === device.seat.seat) : all)
  if (!item) return false
  const mark = write(moment, 'board', item.id)
  boardOf(moment).items.rewrite(item.id, 'text', insert(moment, item.text, mark))
  return true
}

const drag: Act = (moment) => {
  const item = anyItem(moment)
  const { below } = moment.chance
  return item !== undefined && onWall(moment, moveToPlace(boardOf(moment), item, [below(3_000), below(1_900)]))
}

const join: Act = (moment) => {
  const [item, onto] = [anyItem(moment), anyItem(moment)]
  if (!item || !onto || (!moment.stage.groups && heeds(moment))) return false
  return onWall(moment, pairUp(boardOf(moment), item, onto, newId(), 'Group'))
}

const drop: Act = (moment) => {
  const [item, cluster] = [anyItem(moment), anyCluster(moment)]
  if (!item || !cluster) return false
  return onWall(moment, moveToCluster(boardOf(moment), item, cluster, moment.chance.below(4)))
}

const rename: Act = (moment) => {
  const cluster = anyCluster(moment)
  if (!cluster || (!moment.stage.groups && heeds(moment))) return false
  return onWall(moment, renameCluster(boardOf(moment), cluster, `Group ${moment.chance.below(1_000)}`))
}

const colour: Act = (moment) => {
  const item = anyItem(moment)
  return item !== undefined && onWall(moment, colourItem(boardOf(moment), item, moment.chance.pick(['rose', 'mint'])))
}

const takeBack: Act = (moment) => {
  const { device } = moment
  if (!moment.stage.places && heeds(moment)) return false
  const [next, deed] = undo(boardOf(moment), device.undo)
  device.undo = next
  return deed !== undefined
}

const doAgain: Act = (moment) => {
  const { device } = moment
  if (!moment.stage.places && heeds(moment)) return false
  const [next, deed] = redo(boardOf(moment), device.undo)
  device.undo = next
  return deed !== undefined
}

/** A command that carries a text: what was accepted is on disk, what was refused stays with whoever gave it. */
const sendText = async (moment: Moment, command: Record<string, unknown>, replaces?: string): Promise<boolean> => {
  const { device, ledger, give } = moment
  const mark = ledger.write(`${device.seat.name}, by command`, 'board', replaces ?? 'new')
  const { status, body } = await give({ ...command, text: mark })
  if (replaces) ledger.replace(replaces, mark)
  if (body.item) ledger.place(mark, body.item)
  if (status === 200) ledger.acknowledge(mark)
  else ledger.take(mark, 'board')
  return true
}

const addByCommand: Act = (moment) =>
  moment.stage.add !== 'open' && heeds(moment) ? false : sendText(moment, { type: 'add-item', kind: 'idea' })

const correctByCommand: Act = (moment) => {
  const { stage, device } = moment
  const drafts = [...(draftsOf(moment)?.items.all().values() ?? [])]
  const own = moment.chance.pick(drafts.flatMap(({ boardItem }) => boardItem ?? []))
  const item = heeds(moment) ? own : anyItem(moment)
  if (!item || !device.network.isUp() || (!stage.edits && heeds(moment))) return false
  return sendText(moment, { type: 'edit-item', item }, item)
}

const withdraw: Act = async (moment) => {
  const item = anyItem(moment)
  if (!item) return false
  await moment.give({ type: 'withdraw', item, withdrawn: moment.chance.happens(0.6) })
  return true
}

const publishLate: Act = async (moment) => {
  const drafts = [...(draftsOf(moment)?.items.all().values() ?? [])]
  const draft = moment.chance.pick(drafts.filter(({ state }) => state !== 'published'))
  if (!draft) return false
  await moment.give({ type: 'publish-late', draft: draft.id })
  return true
}

const finish: Act = async ({ give, chance }) => {
  await give({ type: chance.happens(0.5) ? 'mark' : 'unmark', mark: 'ready' })
  return true
}

/** What people do, each as often as its number says. */
export const ACTS: readonly (readonly [number, string, Act])[] = [
  [10, 'write in private', addDraft],
  [10, 'go on writing', editDraft],
  [4, 'erase', eraseInDraft],
  [2, 'remove', removeDraft],
  [2, 'finish', finishDraft],
  [8, 'add openly', addOpenly],
  [8, 'correct openly', correctOpenly],
  [8, 'drag', drag],
  [6, 'join', join],
  [6, 'drop', drop],
  [3, 'rename', rename],
  [2, 'colour', colour],
  [4, 'undo', takeBack],
  [3, 'redo', doAgain],
  [4, 'add by command', addByCommand],
  [3, 'correct by command', correctByCommand],
  [1, 'withdraw', withdraw],
  [2, 'publish late', publishLate],
  [1, 'finished', finish],
]
