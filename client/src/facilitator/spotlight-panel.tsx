import type { Item } from '@roundel/shared/board'
import { Spotlight } from 'lucide-react'
import { useState } from 'react'
import { listOfStep } from '../board/items.ts'
import { ItemText } from '../board/item-text.tsx'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useBoard, useRecords, useRoom, useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './spotlight-panel.module.css'

/** Every note of the step as a list: one press shows it to all. The way for those who see the notes on a wall. */
export const SpotlightPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { give } = useRoom()
  const { step } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const [problem, setProblem] = useState<string>()
  const published = step ? listOfStep(items, step) : []
  const light = async (item: Item): Promise<void> => {
    const reply = await give({ type: 'spotlight', item: item.id })
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok) onClose()
  }
  return (
    <Panel title={t('more.spotlight')} onClose={onClose}>
      <Alert>{problem}</Alert>
      {published.length === 0 && <p className={styles.none}>{t('board.empty')}</p>}
      <ul className={styles.list}>
        {published.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={step?.spotlight === item.id}
              onClick={() => void light(item)}
            >
              <Spotlight size={16} aria-hidden="true" />
              <ItemText text={item.text} lang={item.lang} second={item.second} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
