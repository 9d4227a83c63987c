import { Suspense, lazy } from 'react'
import type { WallModel } from '../../board/wall/model.ts'
import { WALL } from '../../i18n/catalogue.ts'
import { MoreTexts } from '../../i18n/texts.tsx'

/** Loads the wall where the window is wide enough for it: phones never are. */
export const loadWall = () => import('../../board/wall/wall.tsx')

const Wall = lazy(async () => ({ default: (await loadWall()).Wall }))

/** The room as a wall. With `turns` its notes turn over one after the other when they come. */
export const WallRoom = ({ model, turns = false }: { readonly model: WallModel; readonly turns?: boolean }) => (
  <Suspense>
    <MoreTexts from={WALL}>
      <Wall model={model} turns={turns} />
    </MoreTexts>
  </Suspense>
)
