import type { Language, StepPart } from '@roundel/shared/session'
import { type ComponentType, type ReactNode, Suspense, lazy } from 'react'
import { CROWD } from '../../i18n/catalogue.ts'
import { MoreTexts, loadCatalogue } from '../../i18n/texts.tsx'
import type { Hand } from './placing.ts'

const load = () => import('./rooms.ts')

/** Fetches what comes after the reveal ahead of time: it must be there when it begins, also on a bad connection. */
export const fetchRooms = (language: Language): void => {
  for (const loading of [load(), loadCatalogue(CROWD, language)]) loading.catch(() => undefined)
}

/** A part of them with its texts, drawn when both are here. */
const later = <Props extends object>(
  pick: (rooms: Awaited<ReturnType<typeof load>>) => ComponentType<Props>,
  fallback: ReactNode = null,
) => {
  const Part = lazy(async () => ({ default: pick(await load()) })) as unknown as ComponentType<Props>
  return (props: Props) => (
    <Suspense fallback={fallback}>
      <MoreTexts from={CROWD}>
        <Part {...props} />
      </MoreTexts>
    </Suspense>
  )
}

export const LaterOpenRoom = later<{ readonly step: StepPart }>(({ OpenRoom }) => OpenRoom)
export const LaterGroupRoom = later<{ readonly hand: Hand }>(({ GroupRoom }) => GroupRoom)
export const LaterGroupSide = later<{ readonly hand: Hand }>(({ GroupSide }) => GroupSide)
export const LaterGroupWords = later<{ readonly step: StepPart }>(({ GroupWords }) => GroupWords)
export const LaterNaming = later<object>(({ Naming }) => Naming)
