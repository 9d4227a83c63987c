import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'

/** Actions that belong to the session as a whole and to no part of its screen. Draws nothing. */
export const SessionActions = () => {
  const t = useText()
  const announce = useAnnounce()
  const { origin } = usePageSettings()
  const { code } = useView().session
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${origin}/j/${code}`)
    announce(t('action.copied'))
  }
  useAction({
    id: 'copy-link',
    name: t('join-board.copy-link'),
    run: () => void copy(),
    // Without https browsers give no clipboard.
    when: code !== undefined && 'clipboard' in navigator,
  })
  return null
}
