import { lazy } from 'react'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const Keyboard = lazy(async () => {
  await new Promise<void>((resolve) => whenIdle(resolve))
  return { default: (await import('./keyboard.tsx')).Keyboard }
})

/** What the keyboard does on the page as a whole; comes when the page has nothing better to do. */
export const LaterKeyboard = () => (
  <Optional>
    <Keyboard />
  </Optional>
)
