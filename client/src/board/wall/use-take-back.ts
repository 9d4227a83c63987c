import { useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { WallActs } from './model.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** Taking back and doing again, by keys too. Says what became of it. */
export const useTakeBack = (acts: WallActs | undefined) => {
  const t = useText()
  const announce = useAnnounce()
  const undo = (): void => {
    if (acts) announce(t(acts.undo() ? 'wall.undone' : 'wall.nothing-left'))
  }
  const redo = (): void => {
    if (acts) announce(t(acts.redo() ? 'wall.redone' : 'wall.nothing-left'))
  }
  useUndoKeys(acts?.canUndo ? undo : undefined, acts?.canRedo ? redo : undefined)
  return { undo, redo }
}
