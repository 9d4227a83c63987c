import type { ItemId } from '@roundel/shared/kernel'
import { Check } from 'lucide-react'
import { listOfStep } from '../../board/items.ts'
import { ItemText } from '../../board/item-text.tsx'
import { NotesList } from '../../board/notes-list.tsx'
import { useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { useView } from '../../sync/room-context.ts'
import { Card } from './card.tsx'
import { Connections } from './connections.tsx'
import { HeldCards } from './held-cards.tsx'
import { useRandom } from './random-context.ts'
import styles from './things-room.module.css'
import { type CardGroup } from './things.ts'
import { useChoosing } from './use-choosing.ts'

const Thing = ({ id, children }: { readonly id: ItemId; readonly children: React.ReactNode }) => {
  const { isChosen, choose } = useChoosing()
  const chosen = isChosen(id)
  if (!choose) return <div className={styles.thing}>{children}</div>
  return (
    <button
      type="button"
      className={joinClasses(styles.thing, styles.press, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={() => choose(id)}
    >
      {children}
      {chosen && <Check size={18} className={styles.check} aria-hidden="true" />}
    </button>
  )
}

const Group = ({ group }: { readonly group: CardGroup }) => {
  const t = useText()
  const { work, nameOf } = useRandom()
  const { card, associations } = group
  return (
    <section className={styles.group} aria-label={card ? nameOf(card.item) : t('random.no-card')}>
      {card ? (
        <Thing id={card.item}>
          <Card deck={work.deck} cardKey={card.key} size="small" />
        </Thing>
      ) : (
        <h2 className={styles.heading}>{t('random.no-card')}</h2>
      )}
      {associations.length === 0 ? (
        <p className={styles.none}>{t('random.no-associations')}</p>
      ) : (
        <ul className={styles.list}>
          {associations.map((item) => (
            <li key={item.id}>
              <Thing id={item.id}>
                <ItemText text={item.text} lang={item.lang} second={item.second} />
              </Thing>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const NOTHING: ReadonlySet<ItemId> = new Set()

/** What lies open: each card with what it brought to mind, and how things were connected. What is pressed is chosen. */
export const ThingsRoom = () => {
  const t = useText()
  const { step, me } = useView()
  const { things, items } = useRandom()
  const earlier = step ? listOfStep(items, step).filter((item) => item.step !== step.id) : []
  return (
    <div className={joinClasses(styles.room, me.role === 'screen' && styles.onWall)} data-wide="">
      <HeldCards />
      <div className={styles.groups}>
        {things.groups.map((group) => (
          <Group key={group.card?.item ?? ''} group={group} />
        ))}
        {things.negative.length > 0 && (
          <section className={styles.group} aria-label={t('random.negative')}>
            <h2 className={styles.heading}>{t('random.negative')}</h2>
            <ul className={styles.list}>
              {things.negative.map((item) => (
                <li key={item.id}>
                  <Thing id={item.id}>
                    <ItemText text={item.text} lang={item.lang} second={item.second} />
                  </Thing>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Connections />
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('random.earlier', { count: earlier.length })}</summary>
          <NotesList label={t('random.earlier', { count: earlier.length })} items={earlier} own={NOTHING} />
        </details>
      )}
    </div>
  )
}
