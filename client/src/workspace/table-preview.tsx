import type { ItemKind } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import type { Mapping, Table } from '../sync/import.ts'
import { Check } from '../ui/check.tsx'
import { SelectField } from '../ui/field.tsx'
import styles from './import-panel.module.css'

const KINDS = ['idea', 'negative-idea', 'insight', 'question', 'note'] as const satisfies readonly ItemKind[]
const ROLES = ['text', 'group', 'kind', 'lang'] as const
/** How many refused rows are named. */
const NAMED = 8

const ROW_FAULTS: Readonly<Record<string, MessageKey>> = {
  'no-text': 'import.row.no-text',
  'too-long': 'import.row.too-long',
  kind: 'import.row.kind',
  beyond: 'import.row.beyond',
}

/** The rows that stay out, and why. */
export const Refused = ({ refused }: Pick<Table, 'refused'>) => {
  const t = useText()
  if (refused.count === 0) return null
  return (
    <section>
      <p className={styles.strong}>{t('import.refused', { count: refused.count })}</p>
      <ul className={styles.refused}>
        {refused.rows.slice(0, NAMED).map(({ row, reason }) => (
          <li key={row}>{t('import.row', { row, reason: t(ROW_FAULTS[reason] ?? 'import.row.no-text') })}</li>
        ))}
      </ul>
    </section>
  )
}

/** The table as it will be read: which column is what, and its first rows. */
export const TablePreview = ({
  table,
  as,
  isBusy,
  onMapping,
  onAs,
}: {
  readonly table: Table
  readonly as: ItemKind
  readonly isBusy: boolean
  readonly onMapping: (mapping: Mapping) => void
  readonly onAs: (as: ItemKind) => void
}) => {
  const t = useText()
  const { mapping, headings, columns } = table
  const nameOf = (column: number): string => {
    const name = headings?.[column]?.trim()
    return name ? t('import.column-named', { name, number: column + 1 }) : t('import.column', { number: column + 1 })
  }
  const all = Array.from({ length: Math.min(columns, LIMITS.importColumns) }, (_each, column) => column)
  const used = ROLES.flatMap((role) => (mapping[role] === undefined ? [] : [{ role, column: mapping[role] }]))
  const choose = (role: (typeof ROLES)[number], value: string): void => {
    const { [role]: _before, ...rest } = mapping
    onMapping({ text: 0, ...rest, ...(value !== '' && { [role]: Number(value) }) })
  }
  return (
    <>
      <div className={styles.roles}>
        {ROLES.map((role) => (
          <SelectField
            key={role}
            label={t(`import.role.${role}`)}
            value={mapping[role] === undefined ? '' : String(mapping[role])}
            onChange={({ target }) => choose(role, target.value)}
          >
            {role !== 'text' && <option value="">{t('import.no-column')}</option>}
            {all.map((column) => (
              <option key={column} value={column}>
                {nameOf(column)}
              </option>
            ))}
          </SelectField>
        ))}
        <SelectField label={t('import.as')} value={as} onChange={({ target }) => onAs(target.value as ItemKind)}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`carry.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <Check
        label={t('import.header')}
        checked={mapping.header}
        onChange={(header) => onMapping({ ...mapping, header })}
      />
      <div className={styles.scroll} aria-busy={isBusy}>
        <table className={styles.table}>
          <caption className={styles.caption}>{t('import.first')}</caption>
          <thead>
            <tr>
              {used.map(({ role }) => (
                <th key={role} scope="col">
                  {t(`import.role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.first.map((row, index) => (
              <tr key={index}>
                {used.map(({ role, column }) => (
                  <td key={role} dir="auto">
                    {row[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.strong}>{t('import.taken', { count: table.taken })}</p>
      <Refused refused={table.refused} />
    </>
  )
}
