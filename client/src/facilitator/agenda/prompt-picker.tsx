import type { Cluster, Item, ItemKind } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useMemo, useState } from 'react'
import { itemColour } from '../../board/colours.ts'
import { ItemText } from '../../board/item-text.tsx'
import { listPublished } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import { fold } from '../../keys/fold.ts'
import { useAgendaWords } from '../../methods/agenda-words.ts'
import { useBoard, useRecords, useView } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import styles from './prompt-picker.module.css'

/** With more notes than this one can look for one; as many of a step are listed. */
const FEW = 6
const MOST = 60

/** Chooses from the board what a step is to begin from: notes by step, or a whole group by its name. */
export const PromptPicker = ({
  kinds,
  most,
  chosen,
  onChoose,
  onGroup,
}: {
  readonly kinds: readonly ItemKind[]
  readonly most: number
  readonly chosen: readonly ItemId[]
  readonly onChoose: (items: readonly ItemId[]) => void
  /** A group is chosen: its items, as many as fit, and what it is called. */
  readonly onGroup: (items: readonly ItemId[], name: string) => void
}) => {
  const t = useText()
  const words = useAgendaWords()
  const { session } = useView()
  const board = useBoard()
  const records = useRecords<Item>(board?.items)
  const clusters = useRecords<Cluster>(board?.clusters)
  const [sought, setSought] = useState('')
  const fitting = useMemo(() => listPublished(records).filter(({ kind }) => kinds.includes(kind)), [records, kinds])
  const wanted = fold(sought).split(/\s+/).filter(Boolean)
  const found = fitting.filter(({ text }) => wanted.every((word) => fold(text).includes(word)))
  const groups = [...clusters.values()].flatMap(({ id, title }) => {
    const items = fitting.filter(({ cluster }) => cluster === id)
    const name = title.trim()
    return name === '' || items.length === 0 ? [] : [{ id, name, items }]
  })
  const steps = session.agenda.flatMap((entry) => {
    const items = found.filter(({ step }) => step === entry.id)
    return items.length === 0 ? [] : [{ entry, items }]
  })
  const isFull = chosen.length >= most
  const turn = (id: ItemId, isOn: boolean): void =>
    onChoose(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))
  if (fitting.length === 0) return <p className={styles.about}>{t('begin.none')}</p>
  return (
    <div className={styles.picker}>
      {fitting.length > FEW && (
        <TextField label={t('begin.find')} value={sought} onChange={(event) => setSought(event.target.value)} />
      )}
      {groups.length > 0 && sought === '' && (
        <section aria-label={t('begin.groups')}>
          <h4 className={styles.heading}>{t('begin.groups')}</h4>
          <div className={styles.groups}>
            {groups.map(({ id, name, items }) => (
              <Button
                key={id}
                aria-label={t('begin.group', { name, count: items.length })}
                onClick={() =>
                  onGroup(
                    items.slice(0, most).map((item) => item.id),
                    name,
                  )
                }
              >
                <bdi translate="yes">{name}</bdi>
              </Button>
            ))}
          </div>
        </section>
      )}
      {steps.length === 0 && <p className={styles.about}>{t('begin.none-found')}</p>}
      {steps.map(({ entry, items }) => {
        const { title } = words(entry)
        return (
          <section key={entry.id} aria-label={title}>
            <h4 className={styles.heading}>
              <bdi translate={entry.title ? 'yes' : 'no'}>{title}</bdi>
            </h4>
            <ul className={styles.list}>
              {items.slice(0, MOST).map((item) => {
                const isOn = chosen.includes(item.id)
                const colour = itemColour(item, session.agenda)
                return (
                  <li key={item.id}>
                    <label className={joinClasses(styles.choice, isOn && styles.on, colourClass(colour))}>
                      <input
                        type="checkbox"
                        className={styles.box}
                        checked={isOn}
                        disabled={isFull && !isOn}
                        onChange={({ target }) => turn(item.id, target.checked)}
                      />
                      <span className={styles.mark}>
                        <ColourMark colour={colour} size={10} />
                      </span>
                      <ItemText text={item.text} lang={item.lang} />
                    </label>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
