import type { Language, StepPart } from '@roundel/shared/session'
import { type ComponentType, Suspense, lazy, useState } from 'react'
import { CROWD } from '../../i18n/catalogue.ts'
import { MoreTexts, loadCatalogue } from '../../i18n/texts.tsx'
import type { Hand } from './placing.ts'
import { loadWall } from './wall-room.tsx'

type Rooms = typeof import('./rooms.ts')

let arrived: Rooms | undefined
const load = async (): Promise<Rooms> => (arrived = await import('./rooms.ts'))

/** Fetches what comes after the reveal ahead of time: it must be there when it begins, also on a bad connection. */
export const fetchRooms = (language: Language, isWide: boolean): void => {
  for (const loading of [load(), loadCatalogue(CROWD, language), ...(isWide ? [loadWall()] : [])]) {
    loading.catch(() => undefined)
  }
}

/** A part of them with its texts: at once where both have come, otherwise when they have. */
const later = <Props extends object>(pick: (rooms: Rooms) => ComponentType<Props>) => {
  const Lazy = lazy(async () => ({ default: pick(await load()) })) as unknown as ComponentType<Props>
  return (props: Props) => {
    // What was drawn first stays, or everything in it would begin anew.
    const [Part] = useState(() => (arrived ? pick(arrived) : Lazy))
    return (
      <Suspense fallback={null}>
        <MoreTexts from={CROWD}>
          <Part {...props} />
        </MoreTexts>
      </Suspense>
    )
  }
}

export const LaterOpenRoom = later<{ readonly step: StepPart }>(({ OpenRoom }) => OpenRoom)
export const LaterGroupRoom = later<{ readonly hand: Hand }>(({ GroupRoom }) => GroupRoom)
export const LaterGroupSide = later<{ readonly hand: Hand }>(({ GroupSide }) => GroupSide)
export const LaterGroupWords = later<{ readonly step: StepPart }>(({ GroupWords }) => GroupWords)
