import { useCallback, useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useNotice, useSaved } from '../sync/room-context.ts'
import type { LiveNotice } from '../sync/live.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'

/** Which pages this one belongs to: the address of its script, as the server names it too. */
const ownBuild = (): string | null | undefined =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src')

/** Says that the server has newer pages, and offers to load them once nothing can be lost by it. */
export const VersionStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const [isOld, setIsOld] = useState(false)
  const { state } = useSaved()
  // What is on its way is kept on this device when the page is left.
  const isSaved = state === 'saved' || state === 'sending'
  useNotice(
    useCallback(({ code, details }: LiveNotice) => {
      if (code === 'build') setIsOld(details?.['build'] !== ownBuild())
    }, []),
  )
  useEffect(() => {
    if (isOld) announce(t('version.ready'))
  }, [isOld, announce, t])
  if (!isOld) return null
  return (
    <Strip
      tone="accent"
      actions={isSaved && <StripButton onClick={() => location.reload()}>{t('action.reload')}</StripButton>}
    >
      {t(isSaved ? 'version.ready' : 'version.wait')}
    </Strip>
  )
}
