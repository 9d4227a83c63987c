import {
  type Board,
  type Draft,
  type Table,
  applyPatches,
  moveToCluster,
  openBoard,
  openDraft,
  openHandover,
  openTable,
  rankAt,
} from '@roundel/shared/board'
import { type OwnCafe, isRound } from '@roundel/shared/methods/cafe'
import { type SeatId, type SessionId, type TableId, asId } from '@roundel/shared/kernel'
import { TOKEN_SUBPROTOCOL } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import WebSocket from 'ws'
import type { Chance } from '../sessions/chance.ts'
import { type Act, chooseAct } from './act.ts'
import type { CafeAct } from './cafe-act.ts'
import { type FollowedDocument, followDocument } from './document.ts'
import type { Script } from './script.ts'

/** Where a simulated person goes, and as whom. */
export interface Role {
  /** The server, as `http://127.0.0.1:3000`. */
  readonly origin: string
  readonly session: SessionId
  readonly code: string
  readonly name: string
  readonly script: Script
  readonly share: readonly string[]
  readonly worse: readonly string[]
  readonly associations: readonly string[]
}

/** A simulated person, who came in as everybody does: by the code. */
export interface Actor {
  /** Does the next thing. Says whether this person stays. Never rejects for what the server refuses or fails at. */
  readonly act: () => Promise<boolean>
  readonly leave: () => void
}

const TIMEOUT_MS = 10_000

interface Credential {
  readonly origin: string
  readonly session: SessionId
  readonly token: string
}

const ask = async (
  { origin, session, token }: Partial<Credential>,
  path: string,
  body?: unknown,
  method: string = body === undefined ? 'GET' : 'POST',
): Promise<unknown> => {
  const response = await fetch(`${origin}/api/sessions/${session}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return answer
}

/** Sits down. Rejects when the server lets nobody in. */
export const enterAsActor = async (
  { origin, session, code, name, script, share, worse, associations }: Role,
  { newId, random }: Pick<Chance, 'newId' | 'random'>,
): Promise<Actor> => {
  const joined = (await ask({ origin, session }, '/seats', { invite: code, name, credential: 'token' })) as {
    readonly seat: { readonly id: SeatId; readonly token: string }
  }
  const { id: seat, token } = joined.seat
  const credential: Credential = { origin, session, token }
  const sockets = `${origin.replace('http', 'ws')}/api/sessions/${session}`
  // Whoever has a live socket is seen to be here. One that breaks is not mended: this person has left.
  const presence = new WebSocket(`${sockets}/live`, [`${TOKEN_SUBPROTOCOL}${token}`])
  presence.on('error', () => undefined)
  const documents = [
    followDocument(`${sockets}/docs/board`, token),
    followDocument(`${sockets}/docs/draft.${seat}`, token),
  ] as const
  const board = openBoard(documents[0].doc)
  const draft = openDraft(documents[1].doc)
  let placed = { phase: '', count: 0 }
  let cloth: Cloth | undefined

  /** Follows the cloth of the table where this person sits, and no other. */
  const sitDown = (view: View): void => {
    const own = view.me.work as OwnCafe | undefined
    const table = isRound(view.step?.phase) ? own?.place?.table : undefined
    if (cloth?.table === table && (!cloth || cloth.document.isOpen())) return
    cloth?.document.close()
    cloth = table && { table, document: followDocument(`${sockets}/docs/table.${table}`, token) }
  }

  const leave = (): void => {
    presence.terminate()
    cloth?.document.close()
    for (const document of documents) document.close()
  }

  const perform = async (act: Act, view: View): Promise<void> => {
    const command = (body: Record<string, unknown>) => ask(credential, '/commands', { commandId: newId(), ...body })
    if (act.type === 'give') await command(act.command)
    else if (act.type === 'vote')
      await ask(credential, `/steps/${act.step}/ballot`, { poll: act.poll, ballot: act.ballot, cast: true }, 'PUT')
    else if (act.type === 'say-ready') await command({ type: 'mark', mark: 'ready' })
    else if (act.type === 'add')
      await command({ type: 'add-item', kind: 'idea', text: act.text, lang: view.session.language })
    else if (act.type === 'write-on-cloth' || act.type === 'hand-over') {
      if (cloth?.table === act.table) writeAtTable(openTable(cloth.document.doc), { seat, view, newId }, act)
    } else if (view.step) write({ board, draft, view, newId }, view.step.id, act)
  }

  return {
    leave,
    act: async () => {
      if (presence.readyState === WebSocket.CLOSED || !documents.every(({ isOpen }) => isOpen())) return false
      try {
        const view = (await ask(credential, '')) as View
        const phase = `${view.step?.id} ${view.step?.phase}`
        if (placed.phase !== phase) placed = { phase, count: 0 }
        sitDown(view)
        if (!documents.every(({ isSynced }) => isSynced())) return true
        const drafts = [...draft.items.all().values()]
        const act = chooseAct({
          view,
          script,
          share,
          worse,
          associations,
          drafts,
          board,
          cloth: cloth?.document.isSynced() ? openTable(cloth.document.doc) : undefined,
          placed: placed.count,
          random,
        })
        if (act.type === 'leave') return false
        if (act.type === 'place' || act.type === 'make-cluster') placed.count++
        await perform(act, view)
      } catch {
        // A refusal or a fault concerns this one act; whether the person is still welcome the next look tells.
      }
      return true
    },
  }
}

interface Cloth {
  readonly table: TableId
  readonly document: FollowedDocument
}

/** What is done by hand at a table: a note that is signed, or the lines for those who come next. */
const writeAtTable = (
  cloth: Table,
  { seat, view, newId }: Pick<Hands, 'view' | 'newId'> & { readonly seat: SeatId },
  act: CafeAct,
): void => {
  const { table, round } = act
  if (act.type === 'hand-over') return openHandover(cloth, table).write(round, act.lines)
  const { step } = view
  if (!step) return undefined
  const id = asId<'item'>(newId())
  const lang = view.session.language
  const rank = rankAt(cloth.items.all().size)
  const { text } = act
  const note = { id, kind: 'idea', step: step.id, text, lang, rank, state: 'published' } as const
  return cloth.items.add({ ...note, author: seat, table, round })
}

interface Hands {
  readonly board: Board
  readonly draft: Draft
  readonly view: View
  readonly newId: () => string
}

/** What is done by hand: into one's own draft, or on the board. */
const write = ({ board, draft, view, newId }: Hands, step: NonNullable<View['step']>['id'], act: Act): void => {
  const lang = view.session.language
  switch (act.type) {
    case 'begin': {
      const kind = view.step?.policies.kinds[0] ?? 'idea'
      const { text, inspiredBy } = act
      const item = { id: asId<'item'>(newId()), kind, step, text, lang, state: 'composing' as const }
      return draft.items.add({ ...item, ...(inspiredBy && { inspiredBy }) })
    }
    case 'go-on':
      return draft.items.rewrite(act.draft, 'text', act.text)
    case 'finish':
      draft.items.rewrite(act.draft, 'text', act.text)
      return draft.items.patch(act.draft, { state: 'ready' })
    case 'make-cluster': {
      const id = asId<'cluster'>(newId())
      return board.transact(() => {
        board.clusters.add({ id, step, title: act.title })
        board.items.patch(act.first, { cluster: id })
      })
    }
    case 'place':
      return applyPatches(board, moveToCluster(board, act.item, act.cluster).do)
    case 'give':
    case 'vote':
    case 'write-on-cloth':
    case 'hand-over':
    case 'say-ready':
    case 'add':
    case 'rest':
    case 'leave':
      return undefined
  }
}
