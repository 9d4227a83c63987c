import { type ReactNode, createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { type Announcements, type Level, type Spoken, createAnnouncements } from './announcements.ts'
import styles from './visually-hidden.module.css'

type Announce = (text: string, level?: Level) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** Reads a sentence out to those who listen. The one way to do so. */
export const useAnnounce = (): Announce => useContext(AnnounceContext)

/** Holds the two live regions, there from the start, and whatever is to be read in them. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [spoken, setSpoken] = useState<Spoken>()
  const announcements = useRef<Announcements>(undefined)
  const speech = usePreferences((preferences) => preferences.speech)
  useEffect(() => {
    announcements.current = createAnnouncements(setSpoken)
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
      {children}
      <output className={styles.hidden}>{spoken?.region === 'polite' && spoken.text}</output>
      <div className={styles.hidden} role="alert">
        {spoken?.region === 'assertive' && spoken.text}
      </div>
    </AnnounceContext>
  )
}
