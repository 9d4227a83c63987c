import { useState } from 'react'
import { isInApp } from '../app/in-app.ts'
import { useText } from '../i18n/text.ts'
import { canRemember } from '../state/remembering.ts'
import { makePersonalLink } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useView } from '../sync/room-context.ts'
import { CopyLine } from '../ui/copy-line.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { InAppStrip } from './in-app-strip.tsx'
import { WayOut } from './way-out.tsx'
import styles from './way-out.module.css'

/** Closed for as long as the page is open: a thing that was read is not said twice. */
let isClosed = false

/** For a browser that may forget the seat: a personal link that takes it, and what was typed, to one that does not. */
export const PersonalLinkStrip = () => {
  const t = useText()
  const { session, me } = useView()
  const [, setIsClosed] = useState(isClosed)
  const [link, setLink] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const inApp = isInApp(navigator.userAgent)
  if (isClosed || (!inApp && canRemember())) return null

  const make = async (): Promise<void> => {
    const reply = await makePersonalLink(session.id, me.seat)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (!reply.ok) return
    setLink(reply.value)
    // Where it is not allowed, the line below is there to be copied by hand.
    if (!inApp) await navigator.clipboard?.writeText(reply.value).catch(() => undefined)
  }
  const close = (): void => {
    isClosed = true
    setIsClosed(true)
  }
  const actions = (
    <>
      {!link && <StripButton onClick={() => void make()}>{t(inApp ? 'in-app.open' : 'private.link')}</StripButton>}
      <StripButton onClick={close}>{t('action.close')}</StripButton>
    </>
  )
  return (
    <>
      {inApp ? (
        <InAppStrip actions={actions} />
      ) : (
        <Strip tone="warn" actions={actions}>
          {t('private.about')}
        </Strip>
      )}
      {link && (
        <div className={styles.box}>
          {inApp ? <WayOut address={link} /> : <CopyLine text={link} />}
          <p className={styles.hint}>{t(inApp ? 'in-app.moves' : 'private.once')}</p>
        </div>
      )}
      {problem && (
        <p className={styles.box} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
