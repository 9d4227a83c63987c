import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import type { WallActs } from './model.ts'
import type { Turned } from './use-undo.ts'
import { useUndoKeys } from './use-undo-keys.ts'

/** Taking back and doing again, by keys too. Says what became of it. */
export const useTakeBack = (acts: WallActs | undefined) => {
  const t = useText()
  const announce = useAnnounce()
  const say = (turned: Turned, done: 'wall.undone' | 'wall.redone'): void => {
    if (typeof turned === 'string') announce(t(PROBLEM_TEXTS[turned]), 'assertive')
    else announce(t(turned ? done : 'wall.nothing-left'))
  }
  const undo = (): void => void acts?.undo().then((turned) => say(turned, 'wall.undone'))
  const redo = (): void => void acts?.redo().then((turned) => say(turned, 'wall.redone'))
  useUndoKeys(acts?.canUndo ? undo : undefined, acts?.canRedo ? redo : undefined)
  return { undo, redo }
}
