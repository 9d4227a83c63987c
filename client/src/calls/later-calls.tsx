import { type ComponentType, lazy } from 'react'
import { LEADING } from '../i18n/catalogue.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'
import { CALLS } from './catalogue.ts'

const load = () => import('./calls.tsx')

const Calls = lazy(async () => {
  await new Promise<void>((resolve) => whenIdle(resolve))
  return { default: (await load()).Calls }
})
const SpotlitItem = lazy(async () => ({ default: (await load()).SpotlitItem }))
const SpotlightButton = lazy(async () => ({ default: (await load()).SpotlightButton }))
const Signals = lazy(async () => ({ default: (await load()).Signals }))
const Stirring = lazy(async () => ({ default: (await load()).Stirring }))
const KeeperBar = lazy(async () => ({ default: (await import('../facilitator/keeper-bar.tsx')).KeeperBar }))

/** A part with its texts. What could not be loaded is not there. */
const bringLater = <Props extends object>(Part: ComponentType<Props>, texts = CALLS) => {
  const Later = (props: Props) => (
    <Optional>
      <MoreTexts from={texts}>
        <Part {...props} />
      </MoreTexts>
    </Optional>
  )
  return Later
}

/** What is called out to everybody. It comes when the page is idle: nothing of it is needed for the first idea. */
export const LaterCalls = bringLater(Calls)
export const LaterSpotlitItem = bringLater(SpotlitItem)
export const LaterSpotlightButton = bringLater(SpotlightButton)
export const LaterSignals = bringLater(Signals)
export const LaterStirring = bringLater(Stirring)
export const LaterKeeperBar = bringLater(KeeperBar, LEADING)
