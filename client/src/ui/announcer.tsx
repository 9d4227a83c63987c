import { type ReactNode, createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { type Announcements, type Level, type Spoken, createAnnouncements } from './announcements.ts'
import styles from './visually-hidden.module.css'

type Announce = (text: string, level?: Level) => void

/** What is read out, and the panel that lay over the page when it was said. */
type SpokenOver = Spoken & { readonly panel: Element | undefined; readonly at: number }

/** What was said just before a panel closed has hardly been read in it. */
const JUST_MS = 600

const uppermost = (but?: Element): Element | undefined =>
  [...document.querySelectorAll('dialog[open]')].findLast((dialog) => dialog !== but)

const AnnounceContext = createContext<Announce>(() => undefined)
const SpokenContext = createContext<SpokenOver | undefined>(undefined)
const MoveContext = createContext<(from: Element) => void>(() => undefined)

/** Reads a sentence out to those who listen. The one way to do so. */
export const useAnnounce = (): Announce => useContext(AnnounceContext)

/**
 * Reads a sentence out once for each `key`, as it comes; nothing while there is none. What the sentence says later, and how
 * often it is put anew, is not read.
 */
export const useAnnounceOnce = (key: string | number | undefined, sentence: string, level?: Level): void => {
  const announce = useAnnounce()
  const said = useRef<string | number>(undefined)
  useEffect(() => {
    if (key === said.current) return
    said.current = key
    if (key !== undefined) announce(sentence, level)
  })
}

/**
 * Two live regions, there from the start, and what is to be read in them. Whatever lies under an open panel is silent,
 * so each panel has its own; what is said is read in the uppermost.
 */
export const LiveRegions = ({ panel }: { readonly panel?: Element }) => {
  const spoken = useContext(SpokenContext)
  const move = useContext(MoveContext)
  const here = spoken && spoken.panel === panel ? spoken : undefined
  useEffect(() => (panel ? () => move(panel) : undefined), [panel, move])
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
      setSpoken(next && { ...next, panel: uppermost(), at: performance.now() }),
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
  const move = useCallback(
    (from: Element) =>
      setSpoken((before) =>
        before?.panel === from && performance.now() - before.at < JUST_MS
          ? { ...before, panel: uppermost(from) }
          : before,
      ),
    [],
  )
  return (
    <AnnounceContext value={announce}>
      <MoveContext value={move}>
        <SpokenContext value={spoken}>
          {children}
          <LiveRegions />
        </SpokenContext>
      </MoveContext>
    </AnnounceContext>
  )
}
