import type { ItemId } from '@roundel/shared/kernel'
import { useCallback } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** The draft travels on its own way and may arrive a moment after the command that speaks of it. */
const TRIES = 4
const PAUSE_MS = 400
const MOST_MS = 8_000

/** Publishes one of one's own private ideas after the reveal. Answers what to tell the person when it did not work out. */
export const usePublishLate = (): ((draft: ItemId) => Promise<string | undefined>) => {
  const t = useText()
  const announce = useAnnounce()
  const { give, saved } = useRoom()
  return useCallback(
    async (draft) => {
      // What is published is what the server has: the last letters must be there first.
      if (!(await saved.whenSaved(MOST_MS))) return t('problem.offline')
      for (let attempt = 1; ; attempt++) {
        const reply = await give({ type: 'publish-late', draft })
        // Published by another device of this person meanwhile: that is what was wished.
        if (reply.ok || reply.error.code === 'duplicate') {
          announce(t('late.added'))
          return undefined
        }
        if (reply.error.code !== 'unknown' || attempt === TRIES) return t(PROBLEM_TEXTS[reply.error.code])
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    },
    [give, saved, announce, t],
  )
}
