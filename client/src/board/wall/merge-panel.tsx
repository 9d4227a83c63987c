import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useMemo, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useView } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { itemColour } from '../colours.ts'
import { ItemText } from '../item-text.tsx'
import type { Sorting } from '../use-sorting.ts'
import { listAlike } from './alike.ts'
import styles from './merge-panel.module.css'

/** With more notes than this one can look for one; as many are listed. */
const FEW = 6
const MOST = 60

/** Chooses the note that is to stand for another one too, and takes apart what was merged. */
export const MergePanel = ({
  item,
  items,
  same,
  isKept,
  onMerge,
  onApart,
  onMerged,
  onClose,
}: {
  readonly item: Item
  readonly items: readonly Item[]
  readonly same: readonly Item[]
  /** Others count on what it says, so it goes behind no other note; what says the same can still be taken apart. */
  readonly isKept: boolean
  readonly onMerge: NonNullable<Sorting['merge']>
  readonly onApart: NonNullable<Sorting['unmerge']>
  readonly onMerged: (into: ItemId) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { session } = useView()
  const [sought, setSought] = useState('')
  const [problem, setProblem] = useState<string>()
  const alike = useMemo(() => listAlike(item, items, sought), [item, items, sought])

  const merge = async (into: Item): Promise<void> => {
    const refused = await onMerge(item, into)
    if (refused) return setProblem(t(PROBLEM_TEXTS[refused]))
    onMerged(into.id)
    onClose()
    announce(t('merge.merged', { text: into.text }))
  }
  const takeApart = async (merged: Item): Promise<void> => {
    const refused = await onApart(merged)
    if (refused) return setProblem(t(PROBLEM_TEXTS[refused]))
    setProblem(undefined)
    announce(t('merge.apart', { text: merged.text }))
  }
  return (
    <Panel title={t('merge.title')} place="middle" onClose={onClose}>
      <blockquote className={joinClasses(styles.note, colourClass(itemColour(item, session.agenda)))}>
        <ItemText text={item.text} lang={item.lang} />
      </blockquote>
      {same.length > 0 && (
        <section aria-label={t('merge.same')}>
          <h3 className={styles.heading}>{t('merge.same')}</h3>
          <ul className={styles.same}>
            {same.map((merged) => (
              <li key={merged.id} className={styles.merged}>
                <ItemText text={merged.text} lang={merged.lang} />
                <Button
                  look="quiet"
                  aria-label={t('merge.take-apart-this', { text: merged.text })}
                  onClick={() => void takeApart(merged)}
                >
                  {t('merge.take-apart')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.about}>{t(isKept ? 'merge.kept' : 'merge.about')}</p>
      {!isKept && items.length > FEW && (
        <TextField label={t('merge.find')} value={sought} onChange={(event) => setSought(event.target.value)} />
      )}
      <Alert>{problem}</Alert>
      {!isKept && alike.length === 0 && <p className={styles.about}>{t('merge.none')}</p>}
      <ul className={styles.list}>
        {(isKept ? [] : alike).slice(0, MOST).map((other) => {
          const colour = itemColour(other, session.agenda)
          return (
            <li key={other.id}>
              <button
                type="button"
                className={joinClasses(styles.choice, colourClass(colour))}
                onClick={() => void merge(other)}
              >
                <span className={styles.mark}>
                  <ColourMark colour={colour} size={10} />
                </span>
                <ItemText text={other.text} lang={other.lang} />
              </button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
