import { type Board, type Draft, openBoard, openDraft } from '@roundel/shared/board'
import * as Y from 'yjs'
import type { Documents } from '../documents.ts'
import type { Replica } from '../replica.ts'

const still = <Content>(content: Content): Replica<Content> => ({
  content: () => content,
  isSynced: () => true,
  subscribe: () => () => undefined,
  link: () => undefined,
  leave: () => undefined,
  close: () => undefined,
})

/** The documents of a seated person, in memory, for tests without a server. */
export const playDocuments = (): { readonly board: Board; readonly draft: Draft; readonly documents: Documents } => {
  const board = openBoard(new Y.Doc())
  const draft = openDraft(new Y.Doc())
  return {
    board,
    draft,
    documents: { board: still(board), draft: still(draft), leave: () => undefined, close: () => undefined },
  }
}
