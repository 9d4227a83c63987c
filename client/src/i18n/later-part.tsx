import { type ComponentType, lazy, useState } from 'react'
import { inTurn } from '../ui/in-turn.ts'
import { LATER } from './catalogue.ts'
import { MoreTexts } from './texts.tsx'

/** A part of the page that is loaded on its own. */
export type LaterPart<Props> = ComponentType<Props> & {
  /** Loads the part ahead of time, in its turn, so that it is drawn at once, and offline too. Never rejects. */
  readonly fetch: () => void
}

/**
 * A part of the page that is loaded on its own, with the texts that only such parts say. Suspends while either loads.
 *
 * Every part outside of the participant's first minutes is made by this: its texts are in no other catalogue.
 */
export const laterPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> => {
  let loaded: ComponentType<object> | undefined
  const fetch = async (): Promise<ComponentType<object>> => (loaded = (await load()) as ComponentType<object>)
  const Awaited = lazy(async () => ({ default: await fetch() }))
  const Part = (props: Props) => {
    // What is here already is drawn without waiting; a part that was drawn stays the same one.
    const [Inner] = useState<ComponentType<object>>(() => loaded ?? Awaited)
    return (
      <MoreTexts from={LATER}>
        <Inner {...props} />
      </MoreTexts>
    )
  }
  return Object.assign(Part, { fetch: () => inTurn(fetch) })
}
