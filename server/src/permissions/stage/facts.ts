import { openBoard, openDraft } from '@roundel/shared/board'
import type { Session } from '@roundel/shared/session'
import * as Y from 'yjs'
import type { Moment } from './moments.ts'
import { STEPS } from './moments.ts'

/** What there is at a moment for somebody to do something to. Undefined where there is no such thing yet. */
export interface Facts {
  readonly board: Y.Doc
  readonly draft: Y.Doc
  /** The step that is live, or the one that comes first. */
  readonly step: string
  /** One's own item, of the latest step that has any; another's for who only watches. */
  readonly own: string | undefined
  readonly other: string | undefined
  /** Another's item of the first step of all. */
  readonly earlier: string | undefined
  readonly merged: string | undefined
  readonly standing: string | undefined
  readonly hidden: string | undefined
  readonly cluster: string | undefined
  readonly leftOver: string | undefined
  readonly published: string | undefined
  readonly locked: boolean
  /** A client id of the server in the board. */
  readonly serverClient: number | undefined
}

/** A stored document as it is. */
const readDocument = ({ entry }: Moment, name: string): Y.Doc => {
  const doc = new Y.Doc()
  const stored = entry.documents.get(name)
  for (const update of [stored?.snapshot ?? Uint8Array.of(0, 0), ...(stored?.updates ?? [])]) Y.applyUpdate(doc, update)
  return doc
}

const read = (moment: Moment, identity: string): Facts => {
  const session = JSON.parse(moment.entry.json) as Session
  const board = readDocument(moment, 'board')
  const draft = readDocument(moment, `draft.${moment.cast[identity]?.seat}`)
  const items = [...openBoard(board).items.all().values()]
  const owners = new Map([...moment.entry.owners.values()].map(({ record, owner }) => [record, owner]))
  const itemOf = (name: string, steps: readonly string[] = [STEPS.hidden, STEPS.shown]) =>
    steps
      .map((step) =>
        items.find(
          (item) =>
            item.step === step && owners.get(item.id) === moment.cast[name]?.seat && !item.text.startsWith('spare'),
        ),
      )
      .find((item) => item !== undefined)?.id
  const withText = (text: string) => items.find((item) => item.text === text)?.id
  const drafts = [...openDraft(draft).items.all().values()]
  const clients = moment.entry.documents.get('board')?.claims
  return {
    board,
    draft,
    step: session.position.state === 'live' ? session.position.step : (session.agenda[0]?.id ?? ''),
    own: itemOf(identity) ?? itemOf('asker') ?? itemOf('neighbour'),
    other: itemOf('neighbour'),
    earlier: itemOf('neighbour', [STEPS.shown]),
    merged: withText('spare merged'),
    standing: withText('spare standing'),
    hidden: withText('spare hidden'),
    cluster: [...openBoard(board).clusters.all().keys()][0],
    leftOver: drafts.find(({ text }) => text.startsWith('left over'))?.id,
    published: drafts.find(({ state }) => state === 'published')?.id,
    locked: session.locked,
    serverClient: [...(clients ?? [])].find(([, owner]) => owner === 'server')?.[0],
  }
}

const known = new WeakMap<Moment, Map<string, Facts>>()

/** What an identity finds at a moment. Worked out once. */
export const factsFor = (moment: Moment, identity: string): Facts => {
  const facts = known.get(moment) ?? new Map<string, Facts>()
  known.set(moment, facts)
  const found = facts.get(identity) ?? read(moment, identity)
  facts.set(identity, found)
  return found
}
