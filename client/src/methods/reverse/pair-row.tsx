import type { ItemId } from '@roundel/shared/kernel'
import { Archive, ArchiveRestore, CircleCheck, RotateCcw, Unlink, Users } from 'lucide-react'
import { Note } from '../../board/note.tsx'
import actions from '../../board/note-actions.module.css'
import { OwnNote } from '../../board/own-note.tsx'
import { SpotlightAction } from '../../board/spotlight-action.tsx'
import { useText } from '../../i18n/text.ts'
import { useViewPart } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { BadNote } from './bad-note.tsx'
import styles from './pairs-room.module.css'
import { useTell } from './use-tell.ts'
import type { Pair } from './use-turning.ts'

/** A bad idea, and beside it what it was turned into. */
export const PairRow = ({
  pair: { item, solutions, isAside, people, admitted },
  own,
  unlinkable,
  onTurn,
}: {
  readonly pair: Pair
  readonly own: ReadonlySet<ItemId>
  /** Of the solutions, those whose link this person may take back. */
  readonly unlinkable: ReadonlySet<ItemId>
  /** Takes it up to turn it round, for those who may. */
  readonly onTurn: (() => void) | undefined
}) => {
  const t = useText()
  const tell = useTell()
  const { can } = useViewPart('me')
  const isDone = solutions.length > 0
  return (
    <li data-item={item.id} className={styles.row}>
      <div className={styles.bad}>
        <BadNote item={item} isOwn={own.has(item.id)}>
          {can['set-aside'] && !isDone && (
            <button
              type="button"
              className={actions.action}
              aria-label={t(isAside ? 'reverse.take-up-of' : 'reverse.set-aside-of', { text: item.text })}
              title={t(isAside ? 'reverse.take-up' : 'reverse.set-aside')}
              onClick={() => void tell({ type: 'set-aside', item: item.id, aside: !isAside })}
            >
              {isAside ? <ArchiveRestore size={16} aria-hidden="true" /> : <Archive size={16} aria-hidden="true" />}
            </button>
          )}
        </BadNote>
        {(admitted > 0 || isAside) && (
          <p className={styles.signs}>
            {admitted > 0 && <Chip tone="warn">{t('reverse.already-count', { count: admitted })}</Chip>}
            {isAside && <Chip>{t('reverse.aside')}</Chip>}
          </p>
        )}
      </div>
      <span className={styles.arrow} aria-hidden="true">
        <RotateCcw size={22} />
      </span>
      <div className={styles.good}>
        {solutions.length > 0 ? (
          <ul className={styles.solutions}>
            {solutions.map((solution) => (
              <li key={solution.id} className={styles.solution}>
                <p className={styles.label}>
                  <CircleCheck size={14} aria-hidden="true" />
                  {t('reverse.solution')}
                </p>
                {own.has(solution.id) ? (
                  <OwnNote item={solution} />
                ) : (
                  <Note
                    item={solution}
                    isOwn={false}
                    actions={
                      <span className={actions.actions}>
                        <SpotlightAction item={solution} />
                      </span>
                    }
                  />
                )}
                {can['turn-back'] && unlinkable.has(solution.id) && (
                  <Button
                    look="quiet"
                    aria-label={t('reverse.unlink-of', { text: solution.text })}
                    onClick={() => void tell({ type: 'turn-back', idea: solution.id, item: item.id })}
                  >
                    <Unlink size={16} aria-hidden="true" />
                    {t('reverse.unlink')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ) : (
          !isAside && <p className={styles.none}>{t('reverse.no-solution')}</p>
        )}
        <div className={styles.foot}>
          {onTurn && !isAside && (
            <Button
              look={isDone ? 'quiet' : 'secondary'}
              aria-label={t('reverse.turn-it-of', { text: item.text })}
              onClick={onTurn}
            >
              <RotateCcw size={18} aria-hidden="true" />
              {t('reverse.turn-it')}
            </Button>
          )}
          {people > 0 && !isAside && (
            <span className={styles.people}>
              <Users size={16} aria-hidden="true" />
              {t('reverse.on-this', { count: people })}
            </span>
          )}
        </div>
      </div>
    </li>
  )
}
