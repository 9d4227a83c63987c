import type { Item, ItemKind } from '@roundel/shared/board'
import { CornerDownRight, type LucideIcon, MessageCircleQuestionMark, RefreshCw, Scissors, Sprout } from 'lucide-react'
import { useId } from 'react'
import { ItemText } from '../../board/item-text.tsx'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords, useView } from '../../sync/room-context.ts'
import styles from './prompts-strip.module.css'

/** What is asked about an item, by its kind; others say by themselves what they ask. */
const ASKED: Readonly<Partial<Record<ItemKind, { readonly words?: MessageKey; readonly icon: LucideIcon }>>> = {
  cause: { words: 'prompts.cause', icon: Scissors },
  'negative-idea': { words: 'prompts.negative', icon: RefreshCw },
  idea: { words: 'prompts.idea', icon: Sprout },
  question: { icon: MessageCircleQuestionMark },
}

/** What the step begins from, under its question: each as something to answer. Nothing where none of it stands any more. */
export const PromptsStrip = () => {
  const t = useText()
  const heading = useId()
  const { step } = useView()
  const items = useRecords<Item>(useBoard()?.items)
  const shown = (step?.prompts ?? []).flatMap((id) => {
    const item = items.get(id)
    return item?.state === 'published' ? [item] : []
  })
  if (shown.length === 0) return null
  return (
    <div className={styles.strip}>
      <h2 id={heading} className={styles.heading}>
        {t('prompts.title', { count: shown.length })}
      </h2>
      <ul className={styles.list} aria-labelledby={heading}>
        {shown.map(({ id, kind, text, lang, second }) => {
          const { words, icon: Icon = CornerDownRight } = ASKED[kind] ?? {}
          return (
            <li key={id} className={styles.prompt}>
              <Icon size={16} strokeWidth={1.9} className={styles.icon} aria-hidden="true" />
              <div className={styles.words}>
                {words && <p className={styles.asked}>{t(words)}</p>}
                <ItemText text={text} lang={lang} second={second} />
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
