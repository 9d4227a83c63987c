import { type CDPSession, type Locator, type Page, expect } from '@playwright/test'

/** The keys of a keyboard: as an English layout reports them, or as a Russian one does. */
export type Layout = 'english' | 'russian'

/** Somebody at a keyboard, and at nothing else. */
export interface Hands {
  /** Presses keys, named as on an English keyboard: `Control+k`, `Shift+F6`, `Enter`. */
  readonly press: (keys: string) => Promise<void>
  /** Types a text, letter by letter, on the keys where the layout has them. */
  readonly type: (text: string) => Promise<void>
  /** Presses Tab until something has the focus, and fails when it does not come. */
  readonly tabTo: (target: Locator) => Promise<void>
}

const ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю'

const SIGN_CODES: Readonly<Record<string, string>> = {
  '`': 'Backquote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  ';': 'Semicolon',
  "'": 'Quote',
  ',': 'Comma',
  '.': 'Period',
}
const codeOf = (sign: string): string => SIGN_CODES[sign] ?? `Key${sign.toUpperCase()}`
const MODIFIERS = { Alt: 1, Control: 2, Shift: 8 } as const

/** A letter key as a Russian layout reports it: the same place, another letter. */
const pressRussian = async (
  devtools: CDPSession,
  english: string,
  modifiers: readonly (keyof typeof MODIFIERS)[],
): Promise<void> => {
  const small = RUSSIAN[ENGLISH.indexOf(english.toLowerCase())] ?? ''
  const key = modifiers.includes('Shift') ? small.toUpperCase() : small
  const types = !modifiers.includes('Control') && !modifiers.includes('Alt')
  const event = {
    code: codeOf(english.toLowerCase()),
    key,
    windowsVirtualKeyCode: english.toUpperCase().charCodeAt(0),
    modifiers: modifiers.reduce((sum, each) => sum + MODIFIERS[each], 0),
  }
  await devtools.send('Input.dispatchKeyEvent', {
    type: types ? 'keyDown' : 'rawKeyDown',
    ...event,
    ...(types && { text: key }),
  })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}

/** A page that is met by keys alone: any pointer, mouse or touch it feels is an error of the page. */
export const useHands = async (page: Page, layout: Layout): Promise<Hands> => {
  await page.addInitScript(() => {
    const complain = (event: Event): void => {
      // Enter and Space click too, with no pointer; and a pointer at rest is told of when something new lies under it.
      const isNoHand =
        event instanceof MouseEvent &&
        (event.type === 'click'
          ? event.detail === 0
          : event.type.endsWith('move') && !event.movementX && !event.movementY)
      if (event.isTrusted && !isNoHand) console.error(`not by keys: ${event.type}`)
    }
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'click']) {
      addEventListener(type, complain, { capture: true, passive: true })
    }
  })
  const devtools = layout === 'russian' ? await page.context().newCDPSession(page) : undefined
  const press = async (keys: string): Promise<void> => {
    const parts = keys.split('+')
    const last = parts.at(-1) ?? ''
    if (!devtools || last.length > 1) return page.keyboard.press(keys)
    await pressRussian(devtools, last, parts.slice(0, -1) as (keyof typeof MODIFIERS)[])
  }
  return {
    press,
    type: async (text) => {
      for (const letter of text) {
        const place = RUSSIAN.indexOf(letter.toLowerCase())
        if (!devtools || place < 0) await page.keyboard.type(letter)
        else await pressRussian(devtools, ENGLISH[place] ?? '', letter === letter.toLowerCase() ? [] : ['Shift'])
      }
    },
    tabTo: async (target) => {
      await expect(target).toBeVisible()
      for (let presses = 0; presses < 60; presses++) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not lead to ${target.toString()}`)
    },
  }
}
