import type { Sheet } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** Changes part of what a vote will be. Resolves with whether it holds; if not, why is announced. */
export type ChangeSheet = (next: Partial<Sheet>) => Promise<boolean>

export const useChangeSheet = (sheet: Sheet): ChangeSheet => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  return async (next) => {
    const { scoring, options, subject, items, voters } = { ...sheet, ...next }
    const reply = await give({ type: 'set-up-scoring', scoring, options, subject, items: [...items], voters })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
    return reply.ok
  }
}
