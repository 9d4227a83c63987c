import { type TableChoice, adviseTables, weighTables } from '@roundel/shared/rotation'
import { useId } from 'react'
import { type Text, useNumber, useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { joinClasses } from '../../ui/classes.ts'
import styles from './setup.module.css'

/** So many numbers of tables are offered around the proposed one. */
const AROUND = 2

const sizesOf = (t: Text, { tables, sizes: { least, most } }: TableChoice): string =>
  least === most
    ? t('cafe.tables-of', { count: tables, people: most })
    : t('cafe.tables-of-about', { count: tables, least, most })

/** What so many tables make possible, in figures: never a promise. */
const prospectOf = (t: Text, { tables, bound, isPerfect, hasTablesForAll }: TableChoice): string => {
  if (tables === 1) return t('cafe.advice-one')
  if (tables === 2) return t('cafe.advice-two')
  if (!hasTablesForAll) return t('cafe.advice-returns')
  if (isPerfect) return t('cafe.advice-perfect')
  return bound > 0 ? t('cafe.advice-bound', { count: bound }) : t('cafe.advice-search')
}

/** How many tables there can be for so many people, and what each number makes possible. Native radio buttons beneath. */
export const AdviceChoices = ({
  people,
  rounds,
  tables,
  isPlanned,
  onChoose,
}: {
  /** Those who will sit at tables, hosts included. */
  readonly people: number
  readonly rounds: number
  readonly tables: number
  /** Where people sit as they like, nothing can be foreseen. */
  readonly isPlanned: boolean
  readonly onChoose: (tables: number) => void
}) => {
  const t = useText()
  const number = useNumber()
  const name = useId()
  const { proposed, choices } = adviseTables(people, rounds)
  const near = choices.filter(
    (choice) => Math.abs(choice.tables - proposed) <= AROUND || choice.tables === tables || choice.tables === 1,
  )
  // More tables than are good for anybody can have been set all the same.
  const isBeyond = near.every((choice) => choice.tables !== tables)
  const shown = isBeyond && tables > 0 ? [...near, weighTables(people, tables, rounds)] : near
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.heading}>{t('cafe.how-many', { count: people })}</legend>
      {shown.map((choice) => (
        <label key={choice.tables} className={joinClasses(styles.choice, choice.tables === tables && styles.chosen)}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={choice.tables === tables}
            onChange={() => onChoose(choice.tables)}
          />
          <span className={styles.count} aria-hidden="true">
            {number(choice.tables)}
          </span>
          <span className={styles.words}>
            <strong>{sizesOf(t, choice)}</strong>
            {isPlanned && <span>{prospectOf(t, choice)}</span>}
          </span>
          {choice.tables === proposed && <Chip tone="accent">{t('cafe.proposed')}</Chip>}
        </label>
      ))}
    </fieldset>
  )
}
