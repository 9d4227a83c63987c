import type { Item } from '@roundel/shared/board'
import type { StepId } from '@roundel/shared/kernel'
import type { CafeView, HarvestItems } from '@roundel/shared/methods/cafe'
import { CircleQuestionMark, Lightbulb } from 'lucide-react'
import { listPublished } from '../../board/items.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'
import { joinClasses } from '../../ui/classes.ts'
import { ClothNotes } from './cloth-notes.tsx'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'

/** What a table found, as it stands on the board. */
export interface Found {
  readonly insights: readonly Item[]
  readonly question: Item | undefined
  /** Everything else that came from its cloth. */
  readonly notes: readonly Item[]
}

/** Reads off the board what each table found in a step. */
export const useFound = (step: StepId, harvest: CafeView['harvest']): ((table: TableLook['id']) => Found) => {
  const records = useRecords<Item>(useBoard()?.items)
  const items = listPublished(records)
  const pick = (id: Item['id'] | undefined): Item | undefined => {
    const item = id && records.get(id)
    return item && item.state === 'published' ? item : undefined
  }
  return (table) => {
    const { insights = [], question }: Partial<HarvestItems> = harvest?.[table] ?? {}
    const told = new Set<string | undefined>([...insights, question])
    return {
      insights: insights.flatMap((id) => pick(id) ?? []),
      question: pick(question),
      notes: items.filter((item) => item.step === step && item.table === table && !told.has(item.id)),
    }
  }
}

/** What one table found: its insights and its deeper question, and with `isWhole` all that lay on its cloth. */
export const Findings = ({
  table,
  found,
  isLarge = false,
  isWhole = false,
}: {
  readonly table: TableLook
  readonly found: Found
  readonly isLarge?: boolean
  readonly isWhole?: boolean
}) => {
  const t = useText()
  const { insights, question, notes } = found
  return (
    <div className={joinClasses(styles.findings, isLarge && styles.large)}>
      {insights.length === 0 && !question && <p className={styles.small}>{t('cafe.nothing-told')}</p>}
      <ul className={styles.insights}>
        {insights.map(({ id, text, lang }) => (
          <li key={id}>
            <Lightbulb size={isLarge ? 28 : 18} aria-hidden="true" />
            <p dir="auto" lang={lang === 'und' ? undefined : lang} translate="yes">
              {text}
            </p>
          </li>
        ))}
        {question && (
          <li className={styles.deeper}>
            <CircleQuestionMark size={isLarge ? 28 : 18} aria-hidden="true" />
            <p dir="auto" lang={question.lang === 'und' ? undefined : question.lang} translate="yes">
              {question.text}
            </p>
          </li>
        )}
      </ul>
      {isWhole && notes.length > 0 && (
        <section aria-label={t('cafe.from-table', { number: table.number })}>
          <h3 className={styles.subheading}>{t('cafe.from-table', { number: table.number })}</h3>
          <ClothNotes label={t('cafe.from-table', { number: table.number })} items={notes} />
        </section>
      )}
    </div>
  )
}
