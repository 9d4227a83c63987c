import type { Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import type { Prompts } from '@roundel/shared/methods'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ItemText } from '../../board/item-text.tsx'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PromptPicker } from './prompt-picker.tsx'
import styles from './begin-from.module.css'

/** What a step is to begin from: what the steps before bring is there already, and anything that fits can take its place. */
export const BeginFrom = ({
  prompts: { kinds, most },
  chosen,
  onChoose,
  onGroup,
}: {
  readonly prompts: Prompts
  readonly chosen: readonly ItemId[]
  readonly onChoose: (items: readonly ItemId[]) => void
  readonly onGroup: (items: readonly ItemId[], name: string) => void
}) => {
  const t = useText()
  const items = useRecords<Item>(useBoard()?.items)
  const [isChoosing, setIsChoosing] = useState(false)
  const shown = chosen.flatMap((id) => items.get(id) ?? [])
  return (
    <section className={styles.begin} aria-label={t('begin.title')}>
      <h3 className={styles.title}>{t('begin.title')}</h3>
      <p className={styles.about} aria-live="polite">
        {t('begin.count', { count: shown.length, most })}
      </p>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id} className={styles.chosen}>
            <ItemText text={item.text} lang={item.lang} />
            <IconButton
              label={t('begin.leave-out', { text: item.text })}
              onClick={() => onChoose(chosen.filter((id) => id !== item.id))}
            >
              <X size={18} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button aria-expanded={isChoosing} onClick={() => setIsChoosing(!isChoosing)}>
        {t(isChoosing ? 'begin.chosen' : 'begin.choose')}
      </Button>
      {isChoosing && <PromptPicker kinds={kinds} most={most} chosen={chosen} onChoose={onChoose} onGroup={onGroup} />}
    </section>
  )
}
