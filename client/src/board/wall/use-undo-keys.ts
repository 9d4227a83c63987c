import { useText } from '../../i18n/text.ts'
import { useAction } from '../../keys/actions.ts'

/** Offers taking back and doing again, while there is something to take back or to do again: by keys and by name. */
export const useUndoKeys = (undo: (() => void) | undefined, redo: (() => void) | undefined): void => {
  const t = useText()
  useAction({ id: 'undo', name: t('action.undo'), run: () => undo?.(), when: undo !== undefined })
  useAction({ id: 'redo', name: t('wall.redo'), run: () => redo?.(), when: redo !== undefined })
}
