import { type Draft, openDraft } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { anId } from '../testing/a-view.ts'
import { type Place, type Surrounding, WRITE_AFTER_MS, createComposingStore, isOvertaken } from './composing-store.ts'

const context = { step: anId<'step'>('step-1'), kind: 'idea', language: 'en' } as const
const NONE: ReadonlySet<ItemId> = new Set()

const WRITE: Place = { name: 'live step-1 write', context, isPrivate: true }
const BUILD: Place = { name: 'live step-1 build', context, isPrivate: false }
const GROUP: Place = { name: 'live step-1 group', context: undefined, isPrivate: false }
const NEXT: Place = {
  name: 'live step-2 write',
  context: { ...context, step: anId<'step'>('step-2') },
  isPrivate: true,
}

const begin = (draft: Draft = openDraft(new Y.Doc()), leaveOut = NONE) => {
  const store = createComposingStore()
  const follow = (other = draft, place = WRITE) =>
    store.follow({ draft: other, drafts: other.items.all(), place, leaveOut })
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
    expect(store.sentence()).toMatchObject({ text: '', id: undefined })
  })

  test('C56 a sentence is overtaken by every other phase and step, but not where it can go on in private', () => {
    const { store, draft, follow } = begin()
    expect(isOvertaken(store.sentence(), BUILD)).toBe(false)
    store.setText('still writ')
    for (const place of [BUILD, GROUP, NEXT]) {
      follow(draft, place)
      expect([place.name, isOvertaken(store.sentence(), place)]).toEqual([place.name, true])
    }
    follow(draft, WRITE)
    expect(isOvertaken(store.sentence(), WRITE)).toBe(false)
    expect(store.sentence().text).toBe('still writ')
  })

  test('C56 what is typed after the session went on is still an idea of the step in which it was begun', () => {
    const { store, draft, follow } = begin()
    store.setText('begun in the first')
    follow(draft, NEXT)
    store.setText('begun in the first, ended in the second')
    store.flush()
    expect([...draft.items.all().values()]).toMatchObject([
      { step: context.step, text: 'begun in the first, ended in the second', state: 'composing' },
    ])
  })

  test('C56 who says to go on with a sentence is asked again only by the next phase', () => {
    const { store, draft, follow } = begin()
    store.setText('mine')
    follow(draft, BUILD)
    expect(store.sentence().keptIn).toBeUndefined()
    store.hold()
    expect(store.sentence().keptIn).toBe(BUILD.name)
    follow(draft, GROUP)
    expect(store.sentence().keptIn).not.toBe(GROUP.name)
  })

  test('C56 a sentence taken back letter by letter leaves its composer under the hand, and nothing in the draft after', () => {
    const { store, draft, follow, texts } = begin()
    store.setText('never mind')
    store.flush()
    follow(draft, GROUP)
    store.setText('')
    store.flush()
    expect(isOvertaken(store.sentence(), GROUP)).toBe(true)
    follow(draft, NEXT)
    expect(isOvertaken(store.sentence(), NEXT)).toBe(false)
    expect(texts()).toEqual([])
  })

  test('C10 of a text that no note can hold as much is written as fits, into one record', () => {
    const { store, texts, follow } = begin()
    store.setText('x'.repeat(2_500))
    store.flush()
    follow()
    store.setText('x'.repeat(2_501))
    store.flush()
    expect(texts().map(({ length }) => length)).toEqual([2_000])
    expect(store.sentence().text).toHaveLength(2_501)
  })

  test('C10 a sentence on its way is out of the hand, comes back if it could not go, and never over another', () => {
    const { store, texts } = begin()
    store.setText('sent')
    const taken = store.take()
    expect(store.sentence().text).toBe('')
    expect([...store.sending()]).toEqual([taken.id])
    store.giveBack(taken)
    expect(store.sentence()).toMatchObject({ text: 'sent', id: taken.id })
    const again = store.take()
    store.setText('the next one')
    store.giveBack(again)
    store.flush()
    expect(store.sentence().text).toBe('the next one')
    expect(texts()).toEqual(['sent', 'the next one'])
    expect([...store.sending()]).toEqual([])
  })

  const LEFT = { step: context.step, kind: 'idea', id: undefined, text: 'to the last letter' } as const
  const comeBack = (draft: Draft, left: NonNullable<Surrounding['left']>) => {
    const store = createComposingStore()
    const follow = () => store.follow({ draft, drafts: draft.items.all(), place: WRITE, leaveOut: NONE, left })
    follow()
    return { store, follow, texts: () => [...draft.items.all().values()].map(({ text }) => text) }
  }

  test('C57 what was typed when the page was left comes back to the last letter, in one record', () => {
    const draft = openDraft(new Y.Doc())
    const { store, follow, texts } = comeBack(draft, LEFT)
    expect(store.sentence().text).toBe('to the last letter')
    // It had reached the cache after all.
    draft.items.add({
      id: anId('twin'),
      kind: 'idea',
      step: context.step,
      text: LEFT.text,
      lang: 'en',
      state: 'composing',
    })
    follow()
    expect(texts()).toEqual(['to the last letter'])
  })

  test('C57 what was added or written on since does not come back', () => {
    for (const [state, text] of [
      ['ready', 'to the'],
      ['composing', 'to the end'],
    ] as const) {
      const draft = openDraft(new Y.Doc())
      const id = anId<'item'>('left')
      draft.items.add({ id, kind: 'idea', step: context.step, text, lang: 'en', state })
      const { store, texts } = comeBack(draft, { ...LEFT, id })
      expect([store.sentence().text, texts()]).toEqual([state === 'ready' ? '' : text, [text]])
    }
  })
})
