import { type Board, type Draft, type DraftItem, type Item, openBoard, openDraft } from '@roundel/shared/board'
import type { ClusterId, ItemId, SeatId, SessionId } from '@roundel/shared/kernel'
import { keptBy, useKeptTexts } from '../state/kept-texts.ts'
import { type Show, socketUrl } from './api.ts'
import { type ConnectDocument, type LinkParts, connectDocument } from './document-link.ts'
import { draftCache } from './draft-cache.ts'
import { type RecordText, type Replica, type ReplicaOptions, openReplica } from './replica.ts'
import { joinRecords } from './joined-records.ts'
import type { SavedWatch } from './saved-watch.ts'
import type { Way } from './way.ts'

/** The documents that a seated person reads and writes. */
export interface Documents {
  readonly board: Replica<Board>
  /** Only for those who may write. */
  readonly draft: Replica<Draft> | undefined
  /** The page may not come back. */
  readonly leave: () => void
  readonly close: () => void
}

/** Where texts of a seat are kept that could not be delivered. */
export const keeper = (
  session: SessionId,
  seat: SeatId,
): Pick<ReplicaOptions<unknown>, 'keep' | 'kept' | 'unkeep'> => ({
  kept: keptBy(useKeptTexts.getState().texts, session, seat),
  keep: (texts: readonly RecordText[]) =>
    useKeptTexts.getState().keep(texts.map((text) => ({ ...text, session, seat, at: Date.now() }))),
  unkeep: (texts) => useKeptTexts.getState().drop(session, texts),
})

/** What an item says, in both of its languages. */
export const wordsOf = (item: DraftItem | Item | undefined): string | undefined =>
  item && [item.text, item.second?.text].filter(Boolean).join('\n')

/** Tells the indicator of saving how one document is doing. */
export const reporter = (watch: SavedWatch, link: string) => ({
  onChanged: (texts: number) => watch.changed(link, texts),
  onConfirmed: () => watch.confirmed(link),
  onConnected: () => watch.connected(link),
  onLost: () => watch.lost(link),
})

interface DocumentsOptions {
  readonly session: SessionId
  readonly seat: SeatId
  readonly writes: boolean
  readonly way: Way
  readonly show?: Show
}

/** Opens the board, and for those who write their own draft, and keeps both in step with the server. */
export const openDocuments = (
  { session, seat, writes, way, show }: DocumentsOptions,
  watch: SavedWatch,
  connect: (docsUrl: string, name: string, way: Way, parts: LinkParts) => ConnectDocument = connectDocument,
): Documents => {
  const docs = socketUrl(session, 'docs')
  const board = openReplica<Board>({
    open: openBoard,
    recordsOf: joinRecords(),
    textOf: ({ items, clusters }, id) => wordsOf(items.get(id as ItemId)) ?? clusters.get(id as ClusterId)?.title,
    connect: connect(docs, 'board', way, show ? { params: { show } } : {}),
    ...keeper(session, seat),
    ...reporter(watch, 'board'),
  })
  const draft = writes
    ? openReplica<Draft>({
        open: openDraft,
        recordsOf: ({ items }) => items.all(),
        textOf: ({ items }, id) => wordsOf(items.get(id as ItemId)),
        connect: connect(docs, `draft.${seat}`, way, {}),
        cache: draftCache(session, seat),
        ...keeper(session, seat),
        ...reporter(watch, 'draft'),
      })
    : undefined
  return {
    board,
    draft,
    leave: () => {
      board.leave()
      draft?.leave()
    },
    close: () => {
      board.close()
      draft?.close()
      watch.forget('board')
      watch.forget('draft')
    },
  }
}
