import WebSocket from 'ws'
import * as Y from 'yjs'
import { type ProgramSeat, ask, newId } from './program.ts'
import { openRaw } from './raw.ts'

/** What people in a room write: short and long, three scripts, one word that does not end. */
export const TEXTS: readonly string[] = [
  'A sign at the door that says how long it takes',
  'Чай и вода в холле, и место, где можно зарядить телефон',
  'نوبت‌دهی با پیامک و یک صندلی راحت برای همراهان',
  'Short.',
  'One desk for questions and another for papers. '.repeat(6).trim(),
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'SMS و табло together 🎉 in one line',
  'Ask people on the phone what they fear, and write it down for the doctor who sees them next',
]

/** People who have no browser here: they sit down and are seen to be there. Hands back the way to leave. */
export const bringCompany = async (
  origin: string,
  session: string,
  code: string,
  names: readonly string[] = ['Дмитрий', 'رضا', 'Tomás', 'Ольга', 'A person with a very long name indeed'],
): Promise<{ readonly seats: readonly ProgramSeat[]; readonly leave: () => void }> => {
  const seats: ProgramSeat[] = []
  for (const name of names) {
    const { json } = await ask(`${origin}/api/sessions/${session}/seats`, {
      body: { invite: code, name, credential: 'token' },
    })
    const { seat } = json as { seat: { id: string; token: string } }
    seats.push({ origin, session, seat: seat.id, token: seat.token })
  }
  const sockets = seats.map(({ token }) => {
    const address = `${origin.replace('http', 'ws')}/api/sessions/${session}/live`
    return new WebSocket(address, ['roundel.v1', `token.${token}`])
  })
  return {
    seats,
    leave: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

/** Puts some ideas into a seat's own draft, as an offline device would bring them: ready to be opened, or unfinished. */
export const writeDrafts = async (
  seat: ProgramSeat,
  step: string,
  texts: readonly string[],
  state: 'ready' | 'composing' = 'ready',
): Promise<void> => {
  const socket = openRaw({ ...seat, document: `draft.${seat.seat}` })
  await socket.synced
  socket.doc.transact(() => {
    for (const text of texts) addRecord(socket.doc, 'items', { kind: 'idea', step, lang: 'und', state }, { text })
  })
  await durably(socket)
}

/** Makes groups of what lies on the board, as a person on a wall does; some ideas stay loose. */
export const groupItems = async (seat: ProgramSeat, step: string, titles: readonly string[]): Promise<void> => {
  const socket = openRaw({ ...seat, document: 'board' })
  await socket.synced
  const { doc } = socket
  doc.transact(() => {
    const clusters = titles.map((title, nth) =>
      addRecord(doc, 'clusters', { step, colour: 'sky', at: [40 + nth * 500, 40] }, { title }),
    )
    const records = [...doc.getMap('items').values()] as Y.Map<unknown>[]
    records.slice(2).forEach((record, nth) => record.set('cluster', clusters[nth % clusters.length]))
  })
  await durably(socket)
}

const addRecord = (
  doc: Y.Doc,
  collection: string,
  values: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): string => {
  const id = newId()
  const record = new Y.Map<unknown>()
  doc.getMap(collection).set(id, record)
  for (const [field, value] of Object.entries(values)) record.set(field, value)
  for (const [field, text] of Object.entries(texts)) record.set(field, new Y.Text(text))
  return id
}

const durably = async (socket: ReturnType<typeof openRaw>): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    socket.onMessage(() => {
      if (socket.durable() === socket.sent()) resolve()
    })
    void socket.closed.then(({ code, reason }) => reject(new Error(`refused: ${code} ${reason}`)))
  })
  socket.close()
}
