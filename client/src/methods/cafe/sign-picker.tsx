import { TABLE_SIGNS, type TableSign as Sign } from '@roundel/shared/methods/cafe'
import { useId } from 'react'
import { useNumber, useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { useCafe } from './cafe-model.ts'
import styles from './sign-picker.module.css'
import type { TableLook } from './table-look.ts'
import { TableSign } from './table-sign.tsx'

/** The sign of a table, to be chosen. One that another table has says whose it is, and is exchanged with it. Native radio buttons beneath. */
export const SignPicker = ({
  table,
  onChoose,
}: {
  readonly table: Pick<TableLook, 'id' | 'sign'>
  readonly onChoose: (sign: Sign) => void
}) => {
  const t = useText()
  const number = useNumber()
  const { tables } = useCafe()
  const name = useId()
  const owners = new Map(tables.filter(({ id }) => id !== table.id).map((other) => [other.sign, other.number]))
  return (
    <details className={styles.picker}>
      <summary className={styles.summary}>
        <TableSign sign={table.sign} />
        <span>{t('cafe.sign-is', { sign: t(`cafe.sign-${table.sign}`) })}</span>
      </summary>
      <fieldset>
        <legend className={styles.legend}>{t('cafe.sign-about')}</legend>
        <div className={styles.signs}>
          {TABLE_SIGNS.map((sign) => {
            const owner = owners.get(sign)
            const word = t(`cafe.sign-${sign}`)
            const says = owner === undefined ? word : t('cafe.sign-taken', { sign: word, number: owner })
            return (
              <label key={sign} className={joinClasses(styles.sign, owner !== undefined && styles.taken)} title={says}>
                <input
                  type="radio"
                  name={name}
                  className={styles.input}
                  aria-label={says}
                  checked={sign === table.sign}
                  onChange={() => onChoose(sign)}
                />
                <TableSign sign={sign} size={22} />
                {owner !== undefined && (
                  <span className={styles.owner} aria-hidden="true">
                    {number(owner)}
                  </span>
                )}
              </label>
            )
          })}
        </div>
      </fieldset>
    </details>
  )
}
