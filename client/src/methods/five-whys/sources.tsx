import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { listPublished } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'

/** So many are listed; more are found by a word. */
const SHOWN = 30

const ChoosePanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { tree } = useWhys()
  const { press, isBusy, problem } = usePress()
  const [word, setWord] = useState('')
  const items = listPublished(useRecords<Item>(useBoard()?.items))
  const wanted = word.trim().toLocaleLowerCase()
  const cited = new Set(tree.problem.sources)
  const kept = new Set<ItemId>(
    tree.causes.flatMap(({ item, evidence }) => [item, ...evidence.map((note) => note.item)]),
  )
  const found = items.filter(
    ({ id, text }) => !cited.has(id) && !kept.has(id) && text.toLocaleLowerCase().includes(wanted),
  )
  return (
    <Panel title={t('whys.sources-add')} onClose={onClose}>
      <div className={styles.form}>
        <TextField label={t('whys.sources-find')} value={word} onChange={(event) => setWord(event.target.value)} />
        {problem && <p className={styles.problem}>{problem}</p>}
        {found.length === 0 && <p className={styles.hint}>{t('whys.sources-none')}</p>}
        <ul className={styles.entries}>
          {found.slice(0, SHOWN).map((item) => (
            <li key={item.id} className={styles.entry}>
              <Quoted item={item.id} />
              <Button
                className={styles.start}
                disabled={isBusy}
                onClick={() => void press({ type: 'cite-source', item: item.id, cited: true })}
              >
                {t('whys.sources-take')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

/** The items that lie beside the problem as facts. */
export const Sources = () => {
  const t = useText()
  const { tree, may, itemOf } = useWhys()
  const { press, problem } = usePress()
  const [isOpen, setIsOpen] = useState(false)
  const { sources } = tree.problem
  const shown = sources.filter((item) => itemOf(item)?.state === 'published')
  if (shown.length === 0 && !may('cite-source')) return null
  return (
    <section className={styles.card} aria-label={t('whys.sources')}>
      <h2 className={styles.subheading}>
        <Paperclip size={16} aria-hidden="true" /> {t('whys.sources')}
      </h2>
      <ul className={styles.entries}>
        {shown.map((item) => (
          <li key={item} className={styles.entry}>
            <Quoted item={item} />
            {may('cite-source') && (
              <Button
                look="quiet"
                className={styles.start}
                onClick={() => void press({ type: 'cite-source', item, cited: false })}
              >
                {t('whys.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p className={styles.problem}>{problem}</p>}
      {may('cite-source') && <Button onClick={() => setIsOpen(true)}>{t('whys.sources-add')}</Button>}
      {isOpen && <ChoosePanel onClose={() => setIsOpen(false)} />}
    </section>
  )
}
