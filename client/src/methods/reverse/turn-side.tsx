import type { DraftItem, Item } from '@roundel/shared/board'
import type { ReverseOwn } from '@roundel/shared/methods/reverse'
import type { StepPart } from '@roundel/shared/session'
import { ArrowRight, Hand, Shuffle } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { findOwn } from '../../board/items.ts'
import { useLeftOver } from '../../board/use-left-over.ts'
import { useWriting } from '../../board/writing.tsx'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { IdeasSide, LaterLateDrafts, LaterOwnPublished } from '../idea-rooms.ts'
import { useOwnWork } from '../use-work.ts'
import { BadNote } from './bad-note.tsx'
import { TurnComposer } from './turn-composer.tsx'
import styles from './turn-side.module.css'
import { useTell } from './use-tell.ts'
import { type Pair, useTurning } from './use-turning.ts'

/** Three ways to come from a bad idea to a solution. */
const Hints = () => {
  const t = useText()
  return (
    <ul className={styles.hints} aria-label={t('reverse.hints')}>
      <li>{t('reverse.hint-prevent')}</li>
      <li>{t('reverse.hint-opposite')}</li>
      <li>{t('reverse.hint-impossible')}</li>
    </ul>
  )
}

/** The bad idea before this person, where they turn it round, and the ways on. */
const InHand = ({ step, pair, share }: { readonly step: StepPart; readonly pair: Pair; readonly share: number }) => {
  const t = useText()
  const tell = useTell()
  const announce = useAnnounce()
  const { me } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const dealt = useOwnWork<ReverseOwn>()?.dealt ?? 0
  const own = findOwn(items, drafts, me.seat)
  const mine = pair.solutions.filter(({ id }) => own.has(id))
  const { id, text } = pair.item
  const isMore = dealt < share
  useEffect(() => announce(t('reverse.arrived', { text })), [announce, t, id, text])
  return (
    <section className={styles.hand} aria-labelledby="in-hand">
      <h2 id="in-hand" className={styles.heading}>
        {dealt >= 1 && dealt <= share ? t('reverse.share-of', { n: dealt, count: share }) : t('reverse.chosen')}
      </h2>
      <BadNote item={pair.item} isOwn={own.has(id)} isActing={false} />
      <Hints />
      <TurnComposer step={step} item={pair.item}>
        <div className={styles.acts}>
          {mine.length === 0 ? (
            <Button look="quiet" onClick={() => void tell({ type: 'pass-on', item: id })}>
              <Hand size={18} aria-hidden="true" />
              {t('reverse.pass-on')}
            </Button>
          ) : (
            <Button wide onClick={() => void tell(isMore ? { type: 'deal-turning' } : { type: 'let-go' })}>
              {t(isMore ? 'reverse.next' : 'reverse.done')}
              <ArrowRight className={styles.mirrored} size={18} aria-hidden="true" />
            </Button>
          )}
        </div>
      </TurnComposer>
      <Suspense>
        <LaterOwnPublished items={mine} />
      </Suspense>
    </section>
  )
}

/** Nothing is before this person: why, and how to get something. */
const FreeHand = ({
  isLeft,
  isFirst,
  isFree,
}: {
  readonly isLeft: boolean
  readonly isFirst: boolean
  readonly isFree: boolean
}) => {
  const t = useText()
  const tell = useTell()
  const title = !isLeft
    ? 'reverse.all-turned'
    : isFree
      ? 'reverse.nothing-left'
      : isFirst
        ? 'reverse.turn-it'
        : 'reverse.share-done'
  return (
    <section className={styles.free} aria-labelledby="free-hand">
      <h2 id="free-hand" className={styles.heading}>
        {t(title)}
      </h2>
      <p className={styles.why}>{t(!isLeft || isFree ? 'reverse.nothing-left-why' : 'reverse.free-why')}</p>
      {isLeft && (
        <Button wide onClick={() => void tell({ type: 'deal-turning' })}>
          <Shuffle size={18} aria-hidden="true" />
          {t(isFirst ? 'reverse.deal-me' : 'reverse.deal-another')}
        </Button>
      )}
    </section>
  )
}

/**
 * One's own side while bad ideas are turned round: one at a time, dealt at first and then of one's own choice. A sentence
 * that the reveal came over, and ideas that were left over, are settled first.
 */
export const TurnSide = ({ step }: { readonly step: StepPart }) => {
  const tell = useTell()
  const { me } = useView()
  const { isOvertaken } = useWriting()
  const left = useLeftOver()
  const own = useOwnWork<ReverseOwn>()
  const { pairs, open, work } = useTurning(step)
  const pair = pairs.find(({ item }) => item.id === own?.turning)
  const isParticipant = me.role === 'participant'
  const isFirst = own !== undefined && own.dealt === 0
  // Whoever leads has other things to do, and asks when they want one.
  const isDealtOne = isParticipant && isFirst && !pair && !own.isFree && me.can['deal-turning'] === true
  useEffect(() => {
    if (isDealtOne) void tell({ type: 'deal-turning' })
  }, [isDealtOne, tell])
  if (isOvertaken) return <IdeasSide step={step} />
  return (
    <>
      {pair && me.can['deal-turning'] ? (
        <InHand step={step} pair={pair} share={work?.share ?? 1} />
      ) : (
        !isDealtOne &&
        pairs.length > 0 &&
        me.can['deal-turning'] && (
          <FreeHand isLeft={open.size > 0} isFirst={isFirst && !own.isFree} isFree={own?.isFree === true} />
        )
      )}
      <Suspense>{left && <LaterLateDrafts {...left} />}</Suspense>
    </>
  )
}
