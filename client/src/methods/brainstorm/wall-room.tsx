import { Suspense } from 'react'
import type { WallModel } from '../../board/wall/model.ts'
import { WALL } from '../../i18n/catalogue.ts'
import { laterPart } from '../../i18n/later-part.tsx'
import { MoreTexts } from '../../i18n/texts.tsx'

/** Loaded where the window is wide enough for it: phones never are. */
const Wall = laterPart(async () => (await import('../../board/wall/wall.tsx')).Wall)

/** Loads the wall ahead of time. */
export const fetchWall = Wall.fetch

/** The room as a wall. With `turns` its notes turn over one after the other when they come. */
export const WallRoom = ({ model, turns = false }: { readonly model: WallModel; readonly turns?: boolean }) => (
  <Suspense>
    <MoreTexts from={WALL}>
      <Wall model={model} turns={turns} />
    </MoreTexts>
  </Suspense>
)
