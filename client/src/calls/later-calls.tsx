import type { ComponentType } from 'react'
import { LEADING } from '../i18n/catalogue.ts'
import { type LaterPart, laterPart } from '../i18n/later-part.tsx'
import { MoreTexts } from '../i18n/texts.tsx'
import { Optional } from '../ui/optional.tsx'
import { whenIdle } from '../ui/when-idle.ts'

const load = () => import('./calls.tsx')

const Calls = laterPart(async () => {
  await new Promise<void>((resolve) => whenIdle(resolve))
  return (await load()).Calls
})
const SpotlitItem = laterPart(async () => (await load()).SpotlitItem)
const SpotlightButton = laterPart(async () => (await load()).SpotlightButton)
const Signals = laterPart(async () => (await load()).Signals)
const Stirring = laterPart(async () => (await load()).Stirring)
const KeeperBar = laterPart(async () => (await import('../facilitator/keeper-bar.tsx')).KeeperBar)

/** What could not be loaded is not there. */
const orNothing = <Props extends object>(Part: LaterPart<Props>): ComponentType<Props> => {
  const Later = (props: Props) => (
    <Optional>
      <Part {...props} />
    </Optional>
  )
  return Later
}

/** What is called out to everybody. It comes when the page is idle: nothing of it is needed for the first idea. */
export const LaterCalls = orNothing(Calls)
export const LaterSpotlitItem = orNothing(SpotlitItem)
export const LaterSpotlightButton = orNothing(SpotlightButton)
export const LaterSignals = orNothing(Signals)
export const LaterStirring = orNothing(Stirring)

export const LaterKeeperBar = () => (
  <Optional>
    <MoreTexts from={LEADING}>
      <KeeperBar />
    </MoreTexts>
  </Optional>
)
