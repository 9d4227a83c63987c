import { type Draft, openDraft } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { anId } from '../testing/a-view.ts'
import { WRITE_AFTER_MS, createComposingStore } from './composing-store.ts'

const context = { step: anId<'step'>('step-1'), kind: 'idea', language: 'en' } as const
const NONE: ReadonlySet<ItemId> = new Set()

const begin = (draft: Draft = openDraft(new Y.Doc()), leaveOut = NONE) => {
  const store = createComposingStore()
  const follow = (other = draft) => store.follow({ draft: other, drafts: other.items.all(), context, leaveOut })
  follow()
  return { store, draft, follow, texts: () => [...draft.items.all().values()].map(({ text }) => text) }
}

describe('the sentence in the composer', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  test('C10 typing is written a moment after the last key, into one and the same record', () => {
    const { store, texts } = begin()
    store.setText('a')
    store.setText('ab')
    vi.advanceTimersByTime(WRITE_AFTER_MS - 1)
    expect(texts()).toEqual([])
    vi.advanceTimersByTime(1)
    store.setText('abc')
    store.flush()
    expect(texts()).toEqual(['abc'])
  })

  test('C10 a sentence left unfinished is taken up by a fresh composer, never by one that was used', () => {
    const { store, draft } = begin()
    store.setText('unfinished')
    store.flush()
    expect(begin(draft).store.sentence().text).toBe('unfinished')
    const used = begin()
    used.store.setText('mine')
    used.store.begin()
    used.follow(draft)
    expect(used.store.sentence().text).toBe('')
  })

  test('C12 what its owner wants to keep is not taken up again', () => {
    const { store, draft } = begin()
    store.setText('kept')
    const id = store.flush() as ItemId
    expect(begin(draft, new Set([id])).store.sentence().text).toBe('')
  })

  test('C9 a draft that was begun anew gets the sentence written into it', () => {
    const { store, follow } = begin()
    store.setText('still being written')
    store.flush()
    const fresh = openDraft(new Y.Doc())
    follow(fresh)
    expect([...fresh.items.all().values()]).toMatchObject([{ text: 'still being written', state: 'composing' }])
  })

  test('C10 the same sentence on another device is followed, unless this one is being typed on', () => {
    const { store, draft, follow } = begin()
    store.setText('from here')
    const id = store.flush() as ItemId
    draft.items.rewrite(id, 'text', 'from there')
    follow()
    expect(store.sentence().text).toBe('from there')
    store.setText('from here again')
    draft.items.rewrite(id, 'text', 'from there again')
    follow()
    expect(store.sentence().text).toBe('from here again')
    store.flush()
    draft.items.patch(id, { state: 'ready' })
    follow()
    expect(store.sentence().text).toBe('')
  })

  test('C11 a sentence that is thrown away leaves nothing behind', () => {
    const { store, texts } = begin()
    store.setText('no')
    store.flush()
    store.discard()
    vi.advanceTimersByTime(WRITE_AFTER_MS)
    expect(texts()).toEqual([])
    expect(store.sentence()).toEqual({ text: '', id: undefined })
  })
})
