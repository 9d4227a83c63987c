import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { ReverseOwn } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { useEffect, useRef, useState } from 'react'
import { useArrival } from '../../board/arrival.ts'
import { Empty } from '../../board/empty.tsx'
import { findOwn } from '../../board/items.ts'
import { useGrowing } from '../../board/use-growing.ts'
import { useText } from '../../i18n/text.ts'
import { runAction } from '../../keys/actions.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { Choice } from '../../ui/choice.tsx'
import { useOwnWork } from '../use-work.ts'
import { PairRow } from './pair-row.tsx'
import styles from './pairs-room.module.css'
import { ReadyIdeas } from './ready-ideas.tsx'
import { useTell } from './use-tell.ts'
import { useTurning } from './use-turning.ts'

const AT_FIRST = 30

/** Bad ideas, each with what it was turned into: the room while they are turned round, and when one looks back on it. */
export const PairsRoom = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const tell = useTell()
  const { me } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const { isSynced, missing } = useArrival(step)
  const { pairs, open, ready, work } = useTurning(step)
  const { turned: linked, turning } = useOwnWork<ReverseOwn>() ?? {}
  /** What this person has just taken up: the caret goes where they turn it round, once that is there. */
  const taken = useRef<ItemId>(undefined)
  const [shows, setShows] = useState<'all' | 'open'>('all')
  const own = findOwn(items, drafts, me.seat)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const shown = shows === 'open' ? pairs.filter(({ item }) => open.has(item.id)) : pairs
  const limit = useGrowing(shown.length, AT_FIRST)
  useEffect(() => {
    if (taken.current === undefined || taken.current !== turning) return
    taken.current = undefined
    runAction('compose')
  }, [turning])
  if (pairs.length === 0 && ready.length === 0) {
    return isSynced && missing === 0 && <Empty title={t('reverse.none')}>{t('reverse.none-why')}</Empty>
  }
  const mayUnlink = leads ? work?.turned : linked
  const turn = async (item: ItemId): Promise<void> => {
    const isHeld = item === turning
    taken.current = isHeld ? undefined : item
    const isTold = await tell({ type: 'deal-turning', item })
    if (!isTold) taken.current = undefined
    else if (isHeld) runAction('compose')
  }
  return (
    <>
      {me.role !== 'screen' && pairs.length > 1 && (
        <div className={styles.filter}>
          <Choice
            label={t('reverse.show')}
            options={[
              { value: 'all', label: t('reverse.show-all') },
              { value: 'open', label: t('reverse.show-open', { count: open.size }) },
            ]}
            value={shows}
            onChange={setShows}
          />
        </div>
      )}
      {shown.length === 0 && pairs.length > 0 && <Empty title={t('reverse.all-turned')} />}
      <ul className={styles.pairs} aria-label={t('reverse.pairs')}>
        {shown.slice(0, limit).map((pair) => (
          <PairRow
            key={pair.item.id}
            pair={pair}
            own={own}
            unlinkable={new Set(mayUnlink?.flatMap(({ idea, item }) => (item === pair.item.id ? [idea] : [])) ?? [])}
            onTurn={me.can['deal-turning'] ? () => void turn(pair.item.id) : undefined}
          />
        ))}
      </ul>
      {step.phase === 'invert' && <ReadyIdeas ready={ready} pairs={pairs} mayLink={me.can['turn-round'] === true} />}
    </>
  )
}
