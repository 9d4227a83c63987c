import type { ItemId } from '@roundel/shared/kernel'
import type { PollView } from '@roundel/shared/methods'
import {
  type RankingBallot as Body,
  type Levels,
  moveBy,
  moveToPosition,
  placeNext,
  placesFor,
  scoringOf,
  takeOut,
} from '@roundel/shared/scoring'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { PairedQuestions } from './paired-questions.tsx'
import styles from './ranking-ballot.module.css'
import type { BallotDesk } from './use-ballot.ts'
import { useBallotOrder, useSubjects } from './use-subjects.ts'

interface Places {
  readonly full: number
  readonly top: number
  readonly unranked: 'last' | 'no-opinion'
}

/**
 * An order, from nothing: a press places an idea next; arrows, a list of positions, keys and dragging move it; or
 * questions of two put it together. What is left out is unranked.
 */
export const RankingBallot = ({
  poll,
  person,
  desk,
}: {
  readonly poll: PollView
  readonly person: number
  readonly desk: BallotDesk
}) => {
  const t = useText()
  const number = useNumber()
  const announce = useAnnounce()
  const order = useBallotOrder(poll, person)
  const subjectOf = useSubjects()
  const [asks, setAsks] = useState(false)
  const dragged = useRef<ItemId>(undefined)
  // Settings of a poll were read by its scoring.
  const settings = scoringOf(poll.scoring).settings(poll.settings) as Places
  const places = placesFor(order.length, settings)
  const { levels } = desk.body as Body
  const placed = levels.flat()
  const loose = order.filter((item) => !placed.includes(item))
  const isFull = placed.length >= places
  const positionOf = (in_: Levels, item: ItemId): number => {
    let before = 0
    for (const level of in_) {
      if (level.includes(item)) return before + 1
      before += level.length
    }
    return 0
  }
  const set = (next: Levels, item: ItemId): void => {
    desk.fill({ levels: next })
    const position = positionOf(next, item)
    announce(
      position === 0
        ? t('score.unplaced', { text: subjectOf(item).text })
        : t('score.placed', { text: subjectOf(item).text, position }),
    )
  }
  const byKey = (event: KeyboardEvent, item: ItemId): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    set(moveBy(levels, item, event.key === 'ArrowUp' ? 'up' : 'down'), item)
  }
  if (asks) {
    return (
      <PairedQuestions
        items={order}
        onDone={(found) => {
          desk.fill({ levels: found.slice(0, places) })
          setAsks(false)
        }}
        onClose={() => setAsks(false)}
      />
    )
  }
  return (
    <div className={styles.ballot}>
      <section aria-labelledby="placed">
        <h2 id="placed" className={styles.heading}>
          {t(places < order.length ? 'score.your-top' : 'score.your-order', { count: places })}
        </h2>
        {placed.length === 0 && <p className={styles.hint}>{t('score.place-first')}</p>}
        <ol className={styles.order}>
          {levels.flatMap((level) =>
            level.map((item) => {
              const { text } = subjectOf(item)
              const position = positionOf(levels, item)
              return (
                // Dragging is one way among several: the buttons beside it, the list of positions and the keys do the same.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                <li
                  key={item}
                  className={styles.place}
                  draggable
                  onDragStart={() => {
                    dragged.current = item
                  }}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={() => {
                    const moved = dragged.current
                    dragged.current = undefined
                    if (moved && moved !== item) set(moveToPosition(levels, moved, levels.indexOf(level) + 1), moved)
                  }}
                >
                  <select
                    className={styles.position}
                    aria-label={t('score.move-to', { text })}
                    value={position}
                    onChange={({ target }) => set(moveToPosition(levels, item, Number(target.value)), item)}
                    onKeyDown={(event) => byKey(event, item)}
                  >
                    {placed.map((_each, index) => (
                      <option key={index} value={index + 1}>
                        {number(index + 1)}
                      </option>
                    ))}
                  </select>
                  <span className={styles.text} dir="auto" translate="yes">
                    {text}
                  </span>
                  <span className={styles.presses}>
                    <IconButton
                      label={t('score.up', { text })}
                      onKeyDown={(event) => byKey(event, item)}
                      onClick={() => set(moveBy(levels, item, 'up'), item)}
                    >
                      <ArrowUp size={18} aria-hidden="true" />
                    </IconButton>
                    <IconButton
                      label={t('score.down', { text })}
                      onKeyDown={(event) => byKey(event, item)}
                      onClick={() => set(moveBy(levels, item, 'down'), item)}
                    >
                      <ArrowDown size={18} aria-hidden="true" />
                    </IconButton>
                    <IconButton label={t('score.take-out', { text })} onClick={() => set(takeOut(levels, item), item)}>
                      <X size={18} aria-hidden="true" />
                    </IconButton>
                  </span>
                </li>
              )
            }),
          )}
        </ol>
      </section>
      <section aria-labelledby="loose">
        <h2 id="loose" className={styles.heading}>
          {t('score.not-placed')}
        </h2>
        <p className={styles.hint}>
          {t(settings.unranked === 'last' ? 'scoring.unranked.last' : 'scoring.unranked.no-opinion')}
        </p>
        <ul className={styles.loose}>
          {loose.map((item) => (
            <li key={item}>
              <button
                type="button"
                className={styles.candidate}
                disabled={isFull}
                onClick={() => set(placeNext(levels, item), item)}
              >
                <span className={styles.nextPlace} aria-hidden="true">
                  {isFull ? '' : number(placed.length + 1)}
                </span>
                <span dir="auto" translate="yes">
                  {subjectOf(item).text}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {order.length > 1 && (
          <p className={styles.other}>
            <Button onClick={() => setAsks(true)}>{t('score.by-pairs')}</Button>
          </p>
        )}
      </section>
    </div>
  )
}
