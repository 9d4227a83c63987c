import { useCallback } from 'react'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/** Gives a command, and says it when that did not work out, or what it brought about. Answers whether it did. */
export const useTell = (): ((command: CommandBody, said?: string) => Promise<boolean>) => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  return useCallback(
    async (command, said) => {
      const reply = await give(command)
      if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
      else if (said) announce(said)
      return reply.ok
    },
    [announce, give, t],
  )
}
