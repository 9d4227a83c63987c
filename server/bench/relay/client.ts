import { openBoard } from '@roundel/shared/board'
import { asId, type ItemId } from '@roundel/shared/kernel'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { findMarkers, markerOf } from './marker.ts'

/** One connection of the generator. Readers look for markers in what they get and decode nothing. */
export interface Client {
  /** Writes a note of its own, whose every later change is one update. */
  readonly begin: () => void
  readonly write: (serial: number) => void
  /** Takes nothing any more, without saying so. */
  readonly stick: () => void
  readonly close: () => void
}

const syncMessage = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    write(encoder)
  })

const IDS = 'abcdefghijklmnop'

export const openClient = async (
  url: string,
  index: number,
  onDelivery: (serial: number, reader: number) => void,
): Promise<Client> => {
  const socket = new WebSocket(url)
  const doc = new Y.Doc()
  const id: ItemId = asId(`item-${String(index).padStart(10, '0')}${IDS[index % IDS.length]}`)
  socket.on('message', (data: Buffer) => findMarkers(data, (serial) => onDelivery(serial, index)))
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  socket.send(syncMessage((encoder) => sync.writeSyncStep1(encoder, doc)))
  doc.on('update', (update: Uint8Array) => socket.send(syncMessage((encoder) => sync.writeUpdate(encoder, update))))
  return {
    begin: () =>
      openBoard(doc).items.add({
        id,
        kind: 'idea',
        step: asId('step-00000000001'),
        text: '',
        lang: 'en',
        rank: 'a',
        state: 'published',
      }),
    write: (serial) => openBoard(doc).items.patch(id, { rank: markerOf(serial) }),
    stick: () => socket.pause(),
    close: () => socket.terminate(),
  }
}
