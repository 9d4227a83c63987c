import { type ReactNode, createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { type Announcements, type Level, type Spoken, createAnnouncements } from './announcements.ts'
import styles from './visually-hidden.module.css'

type Announce = (text: string, level?: Level) => void

/** What is read out, and the panel that lay over the page when it was said. */
type SpokenOver = Spoken & { readonly panel: Element | undefined }

const AnnounceContext = createContext<Announce>(() => undefined)
const SpokenContext = createContext<SpokenOver | undefined>(undefined)

/** Reads a sentence out to those who listen. The one way to do so. */
export const useAnnounce = (): Announce => useContext(AnnounceContext)

/**
 * Two live regions, there from the start, and what is to be read in them. Whatever lies under an open panel is silent,
 * so each panel has its own; what is said is read in the uppermost.
 */
export const LiveRegions = ({ panel }: { readonly panel?: Element }) => {
  const spoken = useContext(SpokenContext)
  const here = spoken && spoken.panel === panel ? spoken : undefined
  return (
    <>
      <output className={styles.hidden}>{here?.region === 'polite' && here.text}</output>
      <div className={styles.hidden} role="alert">
        {here?.region === 'assertive' && here.text}
      </div>
    </>
  )
}

/** Holds what is to be read out, and the live regions of the page. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [spoken, setSpoken] = useState<SpokenOver>()
  const announcements = useRef<Announcements>(undefined)
  const speech = usePreferences((preferences) => preferences.speech)
  useEffect(() => {
    announcements.current = createAnnouncements((next) =>
      setSpoken(next && { ...next, panel: [...document.querySelectorAll('dialog[open]')].at(-1) }),
    )
    return () => announcements.current?.close()
  }, [])
  const announce = useCallback<Announce>(
    (text, level = 'polite') => {
      if (level === 'chatter' && speech !== 'all') return
      if (level === 'polite' && speech === 'quiet') return
      announcements.current?.say(text, level)
    },
    [speech],
  )
  return (
    <AnnounceContext value={announce}>
      <SpokenContext value={spoken}>
        {children}
        <LiveRegions />
      </SpokenContext>
    </AnnounceContext>
  )
}
