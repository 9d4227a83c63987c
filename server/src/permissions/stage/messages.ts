import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import type { Scene } from './booth.ts'
import { frameOf } from './raw-socket.ts'
import { BOARD_ACTS, DRAFT_ACTS, updateOf } from './writes.ts'

/** One message; undefined where there is nothing yet that it could be about. */
type Message = (scene: Scene) => Uint8Array | string | undefined

const NO_CHANGE = Uint8Array.of(0, 0)
/** An awareness update with one entry: client 5, clock 1, and an empty state. */
const AWARENESS = Uint8Array.of(1, 5, 1, 2, 0x7b, 0x7d)

const sync = (type: number, update: Uint8Array | undefined) => update && frameOf(MESSAGE.sync, type, update)

const onBoard = (act: string) => (scene: Scene) => updateOf(BOARD_ACTS[act] ?? (() => false), scene, scene.facts.board)
const inDraft = (act: string) => (scene: Scene) => updateOf(DRAFT_ACTS[act] ?? (() => false), scene, scene.facts.draft)

const writing = (
  write: (scene: Scene) => Uint8Array | undefined,
  erase: (scene: Scene) => Uint8Array | undefined,
): Readonly<Record<string, Message>> => ({
  'step 1': () => frameOf(MESSAGE.sync, SYNC.step1, Uint8Array.of(0)),
  'an empty step 2': () => sync(SYNC.step2, NO_CHANGE),
  'step 2 that writes': (scene) => sync(SYNC.step2, write(scene)),
  'an update that writes': (scene) => sync(SYNC.update, write(scene)),
  'an update that deletes only': (scene) => sync(SYNC.update, erase(scene)),
  awareness: () => frameOf(MESSAGE.awareness, AWARENESS),
  'a query': () => frameOf(MESSAGE.queryAwareness),
  'a message of an unknown type': () => frameOf(2, NO_CHANGE),
  'a sync message of an unknown type': () => frameOf(MESSAGE.sync, 3, NO_CHANGE),
  'what only the server says': () => frameOf(MESSAGE.durable, 1),
  'bytes left over': () => frameOf(MESSAGE.queryAwareness, 0),
  text: () => 'hello',
})

/** Deletes one letter of client 5, whatever that is. */
const DELETION = Uint8Array.of(0, 1, 5, 1, 0, 1)
/** One letter of client 5 in a collection of items. */
const LETTER = Uint8Array.of(1, 1, 5, 0, 0, 1, 0)

/** Every kind of message, for every kind of socket, by the names in the table. */
export const SOCKETS: Readonly<
  Record<string, { readonly path: (scene: Scene) => string; readonly messages: Readonly<Record<string, Message>> }>
> = {
  live: {
    path: () => '/live',
    messages: {
      'a command': () => JSON.stringify({ type: 'command', ref: 1, command: { type: 'nothing' } }),
      'a message of an unknown type': () => JSON.stringify({ type: 'view' }),
      'text that is no message': () => 'hello',
      bytes: () => Uint8Array.of(1, 2, 3),
    },
  },
  board: {
    path: () => '/docs/board',
    messages: writing(onBoard("move another's note"), onBoard("take the place of another's note away")),
  },
  'own draft': {
    path: ({ me }) => `/docs/draft.${me.seat}`,
    messages: writing(inDraft('write a private idea'), inDraft('delete a private idea')),
  },
  'another draft': { path: ({ cast }) => `/docs/draft.${cast['neighbour']?.seat}`, messages: {} },
  table: { path: () => '/docs/table.table-0000000001', messages: {} },
  presence: {
    path: () => '/docs/presence',
    messages: writing(
      () => LETTER,
      () => DELETION,
    ),
  },
  'no document': { path: () => '/docs/people', messages: {} },
}
