import { setTimeout } from 'node:timers/promises'
import { openDraft } from '@roundel/shared/board'
import type { Person } from '../../src/testing/program.ts'
import { openDocument, readDrafts, until, writeDraft } from '../../src/testing/sockets.ts'

const EVERY_MS = 200
/** A seat's own notes are few hundred at most: from then on the last of them is written anew. */
const NOTES = 100

/** Somebody who writes on one device all the time, and sees it on another. */
export const openEcho = async (person: Person, step: string) => {
  const [hand, eye] = [openDocument(person, `draft.${person.seat}`), openDocument(person, `draft.${person.seat}`)]
  await until(() => hand.isSynced() && eye.isSynced())
  const latencies: number[] = []
  let going = true

  const write = async (index: number): Promise<void> => {
    const text = `echo ${index}`
    const isThere = () => readDrafts(eye.doc).includes(text)
    const heard = new Promise<number>((resolve) => {
      const look = (): void => {
        if (!isThere()) return
        eye.doc.off('update', look)
        resolve(performance.now())
      }
      eye.doc.on('update', look)
    })
    const since = performance.now()
    writeDraft(hand.doc, step, text)
    latencies.push((await heard) - since)
    if (index >= NOTES) {
      const { items } = openDraft(hand.doc)
      const [oldest] = items.all().keys()
      if (oldest !== undefined) items.remove(oldest)
    }
  }

  const run = async (): Promise<void> => {
    for (let index = 0; going; index++) {
      await write(index)
      await setTimeout(EVERY_MS)
    }
  }
  const running = run()

  return {
    /** Of all echoes so far, in milliseconds. */
    latencies: latencies as readonly number[],
    end: async () => {
      going = false
      await running
      const isOpen = hand.closings.length + eye.closings.length === 0
      hand.close()
      eye.close()
      return { isOpen }
    },
  }
}
