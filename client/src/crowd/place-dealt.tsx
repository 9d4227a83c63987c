import type { Item } from '@roundel/shared/board'
import { unreachable } from '@roundel/shared/kernel'
import { useEffect } from 'react'
import { PlaceOne } from '../board/place-one.tsx'
import { type PlaceChoices, PlacePanel } from '../board/place-panel.tsx'
import { type Text, useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import styles from './place-dealt.module.css'
import { type Dealing, useDealing } from './use-dealing.ts'

/** The line beneath the item: how it stands with it. */
const hintOf = (dealing: Dealing, t: Text): string => {
  switch (dealing.state) {
    case 'asking':
      return t('place.asking')
    case 'held':
      return t(dealing.isLapsed ? 'place.lapsed' : dealing.isOnly ? 'place.only-one' : 'place.yours')
    case 'taken':
      return t('place.taken')
    case 'with-others':
      return t('place.with-others-why')
    case 'done':
      return t('place.done')
    case 'refused':
      return t(PROBLEM_TEXTS[dealing.problem])
    default:
      return unreachable(dealing)
  }
}

/** Grouping on a phone in a large room: items as the server deals them, so that no two people hold the same one. */
export const PlaceDealt = ({
  items,
  loose,
  choices,
}: {
  /** All items of the step, and those in no group. */
  readonly items: readonly Item[]
  readonly loose: readonly Item[]
  readonly choices: PlaceChoices
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { dealing, ask, letGo } = useDealing(items, loose)
  const text = dealing.state === 'held' ? dealing.item.text : undefined
  const hint = hintOf(dealing, t)
  useEffect(() => {
    if (text !== undefined) announce(t('place.arrived', { text }))
  }, [text, announce, t])
  // That one may take one's time goes without saying; that something has changed does not.
  const news = dealing.state === 'asking' || (dealing.state === 'held' && !dealing.isLapsed) ? undefined : hint
  useEffect(() => {
    if (news) announce(news)
  }, [news, announce])

  if (dealing.state === 'refused') {
    return (
      <>
        <div className={styles.refused}>
          <p>{hint}</p>
          <Button onClick={ask}>{t('action.try-again')}</Button>
        </div>
        <PlaceOne loose={loose} choices={choices} />
      </>
    )
  }
  if (dealing.state === 'done' || dealing.state === 'with-others') {
    return (
      <section className={styles.rest} aria-labelledby="place-rest">
        <h2 id="place-rest" className={styles.heading}>
          {dealing.state === 'done' ? t('group.all-placed') : t('place.with-others', { count: loose.length })}
        </h2>
        <p className={styles.hint}>{hint}</p>
        {dealing.state === 'with-others' && <Button onClick={ask}>{t('place.again')}</Button>}
      </section>
    )
  }
  const { item, state } = dealing
  return (
    <PlacePanel
      heading={t('group.place', { count: loose.length })}
      item={item}
      isReady={state === 'held'}
      choices={{
        ...choices,
        onMove: (placed, target) => {
          choices.onMove(placed, target)
          letGo()
        },
      }}
      hint={<p className={styles.hint}>{hint}</p>}
      last={
        state !== 'asking' && (
          <Button look={state === 'taken' ? 'primary' : 'quiet'} onClick={ask}>
            {t(state === 'taken' ? 'place.next' : 'group.skip')}
          </Button>
        )
      }
    />
  )
}
