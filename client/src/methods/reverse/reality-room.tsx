import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { ReverseOwn } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { Check } from 'lucide-react'
import { useArrival } from '../../board/arrival.ts'
import { Empty } from '../../board/empty.tsx'
import { findOwn } from '../../board/items.ts'
import { useGrowing } from '../../board/use-growing.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useOwnWork } from '../use-work.ts'
import { BadNote } from './bad-note.tsx'
import styles from './reality-room.module.css'
import { useTell } from './use-tell.ts'

const AT_FIRST = 60

/** Says of a bad idea that it is done already, or takes it back. */
const Already = ({ item, isTrue }: { readonly item: Item; readonly isTrue: boolean }) => {
  const t = useText()
  const tell = useTell()
  return (
    <button
      type="button"
      className={styles.already}
      aria-pressed={isTrue}
      aria-label={t('reverse.already-of', { text: item.text })}
      onClick={() => void tell({ type: 'already-true', item: item.id, isTrue: !isTrue })}
    >
      <span className={styles.box} aria-hidden="true">
        {isTrue && <Check size={16} strokeWidth={3} />}
      </span>
      {t('reverse.already')}
    </button>
  )
}

/** Everything that was written to make things worse, and on each what one says oneself: we do this already. */
export const RealityRoom = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const { me } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const { published, isSynced, missing } = useArrival(step)
  const said = new Set<ItemId>(useOwnWork<ReverseOwn>()?.admitted)
  const own = findOwn(items, drafts, me.seat)
  const bad = published.filter(({ kind, step: home }) => kind === 'negative-idea' && home === step.id)
  const limit = useGrowing(bad.length, AT_FIRST)
  if (bad.length === 0) {
    return isSynced && missing === 0 && <Empty title={t('reverse.none')}>{t('reverse.none-why')}</Empty>
  }
  const maySay = me.can['already-true'] === true
  return (
    <>
      {maySay && <p className={styles.secret}>{t('reverse.already-secret')}</p>}
      <ul className={styles.list} aria-label={t('reverse.bad-ideas')}>
        {bad.slice(0, limit).map((item) => (
          <li key={item.id} data-item={item.id} className={styles.row}>
            <BadNote item={item} isOwn={own.has(item.id)} />
            {maySay && <Already item={item} isTrue={said.has(item.id)} />}
          </li>
        ))}
      </ul>
    </>
  )
}
