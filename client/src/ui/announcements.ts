/** `assertive` interrupts and clears what waits; `polite` waits its turn; `chatter` is for those who want everything. */
export type Level = 'assertive' | 'polite' | 'chatter'

/** What is read out next, in which of the two regions. */
export interface Spoken {
  readonly region: 'polite' | 'assertive'
  readonly text: string
}

/** A queue of sentences to be read out, one at a time, long enough apart to be heard. */
export interface Announcements {
  readonly say: (text: string, level: Level) => void
  readonly close: () => void
}

/** How long a sentence stands in its region before the next may replace it. */
export const STANDS_MS = 1_200
/** Chatter is gathered so long, and only the last sentence of it is read. */
export const GATHERED_MS = 10_000

/**
 * Puts sentences into the live regions.
 *
 * An assertive one throws away what waits. The same polite sentence twice in a row is read once. Chatter is merged: of
 * ten seconds of it the latest is read.
 */
export const createAnnouncements = (put: (spoken: Spoken | undefined) => void): Announcements => {
  let waiting: Spoken[] = []
  let chatter: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let chatterTimer: ReturnType<typeof setTimeout> | undefined

  const next = (): void => {
    const spoken = waiting.shift()
    put(spoken)
    timer = spoken ? setTimeout(next, STANDS_MS) : undefined
  }
  const queue = (spoken: Spoken): void => {
    const last = waiting.at(-1)
    if (last?.text === spoken.text && last.region === spoken.region) return
    waiting.push(spoken)
    if (timer === undefined) next()
  }

  return {
    say: (text, level) => {
      switch (level) {
        case 'assertive':
          waiting = []
          clearTimeout(timer)
          timer = undefined
          return queue({ region: 'assertive', text })
        case 'polite':
          return queue({ region: 'polite', text })
        case 'chatter':
          chatter = text
          chatterTimer ??= setTimeout(() => {
            chatterTimer = undefined
            if (chatter !== undefined) queue({ region: 'polite', text: chatter })
            chatter = undefined
          }, GATHERED_MS)
      }
    },
    close: () => {
      clearTimeout(timer)
      clearTimeout(chatterTimer)
    },
  }
}
