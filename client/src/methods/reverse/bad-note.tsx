import type { Item } from '@roundel/shared/board'
import { Lightbulb } from 'lucide-react'
import type { ReactNode } from 'react'
import { ItemSecondLine } from '../../board/item-second-line.tsx'
import actions from '../../board/note-actions.module.css'
import { Note } from '../../board/note.tsx'
import { SpotlightAction } from '../../board/spotlight-action.tsx'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { useTell } from './use-tell.ts'

/** A bad idea with what can be done with it: shown to all, and said to be a solution already, by whoever wrote it or leads. */
export const BadNote = ({
  item,
  isOwn,
  isActing = true,
  children,
}: {
  readonly item: Item
  readonly isOwn: boolean
  /** Whether anything can be done with it here. */
  readonly isActing?: boolean
  readonly children?: ReactNode
}) => {
  const t = useText()
  const tell = useTell()
  const { can, role } = useViewPart('me')
  const leads = role === 'facilitator' || role === 'co-facilitator'
  return (
    <Note
      item={item}
      isOwn={isOwn}
      actions={
        isActing && (
          <span className={actions.actions}>
            {children}
            <ItemSecondLine item={item} isOwn={isOwn} />
            <SpotlightAction item={item} />
            {can['flag-solution'] && (isOwn || leads) && (
              <button
                type="button"
                className={actions.action}
                aria-label={t('reverse.is-solution-of', { text: item.text })}
                title={t('reverse.is-solution')}
                onClick={() =>
                  void tell({ type: 'flag-solution', item: item.id, isSolution: true }, t('reverse.became-solution'))
                }
              >
                <Lightbulb size={16} aria-hidden="true" />
              </button>
            )}
          </span>
        )
      }
    />
  )
}
