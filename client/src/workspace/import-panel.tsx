import type { ItemKind } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { useState } from 'react'
import { WORKSPACE } from '../i18n/catalogue.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { type Text, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { type Imported, type Mapping, type Table, importTable, previewTable } from '../sync/import.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { Problem } from '../sync/problem.ts'
import { useView } from '../sync/room-context.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { SelectField, TextArea } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import-panel.module.css'

const KINDS = ['idea', 'negative-idea', 'insight', 'question', 'note'] as const satisfies readonly ItemKind[]
const ROLES = ['text', 'group', 'kind', 'lang'] as const
/** How many refused rows are named. */
const NAMED = 8

const FAULTS: Readonly<Record<string, MessageKey>> = {
  encoding: 'import.fault.encoding',
  broken: 'import.fault.broken',
  packed: 'import.fault.packed',
  columns: 'import.fault.columns',
  rows: 'import.fault.rows',
  empty: 'import.fault.empty',
  slow: 'import.fault.slow',
}

const ROW_FAULTS: Readonly<Record<string, MessageKey>> = {
  'no-text': 'import.row.no-text',
  'too-long': 'import.row.too-long',
  kind: 'import.row.kind',
  beyond: 'import.row.beyond',
}

/** What to say of a table that is not taken. */
const explain = ({ code, details }: Problem, t: Text): string => {
  const fault = FAULTS[String(details?.['reason'])]
  if (fault) return t(fault, { most: Number(details?.['most'] ?? 0) })
  if (code === 'too-large') return t('import.fault.size')
  return code === 'too-many' && details?.['left'] !== undefined ? t('import.fault.full') : t(PROBLEM_TEXTS[code])
}

const Refused = ({ refused }: Pick<Table, 'refused'>) => {
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
const Preview = ({
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

const Steps = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { session } = useView()
  const [file, setFile] = useState<Blob>()
  const [pasted, setPasted] = useState('')
  const [as, setAs] = useState<ItemKind>('idea')
  const [table, setTable] = useState<Table>()
  const [done, setDone] = useState<Imported>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const look = async (what: Blob, kind: ItemKind, mapping?: Mapping): Promise<void> => {
    if (what.size > LIMITS.importBodyBytes) return setProblem(t('import.fault.size'))
    setFile(what)
    setIsBusy(true)
    const reply = await previewTable(session.id, what, kind, mapping)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : explain(reply.error, t))
    if (reply.ok) setTable(reply.value)
  }
  const take = async (): Promise<void> => {
    if (!file || !table || isBusy) return
    setIsBusy(true)
    const reply = await importTable(session.id, file, as, table.mapping)
    setIsBusy(false)
    setProblem(reply.ok ? undefined : explain(reply.error, t))
    if (reply.ok) setDone(reply.value)
  }
  return (
    <Panel title={t('import.title')} onClose={onClose} place="wide">
      <div className={styles.form}>
        {done ? (
          <>
            <output className={styles.strong}>{t('import.done', { count: done.items })}</output>
            <Refused refused={done.refused} />
            <Button look="primary" onClick={onClose}>
              {t('action.close')}
            </Button>
          </>
        ) : table ? (
          <Preview
            table={table}
            as={as}
            isBusy={isBusy}
            onMapping={(mapping) => {
              // What was chosen is shown at once; what comes of it follows.
              setTable({ ...table, mapping })
              if (file) void look(file, as, mapping)
            }}
            onAs={(kind) => {
              setAs(kind)
              if (file) void look(file, kind, table.mapping)
            }}
          />
        ) : (
          <>
            <p className={styles.about}>{t('import.about')}</p>
            <label className={buttonClass({ look: 'secondary' })}>
              {t('import.file')}
              <input
                className={styles.file}
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                onChange={({ target }) => {
                  const [chosen] = target.files ?? []
                  if (chosen) void look(chosen, as)
                }}
              />
            </label>
            <p className={styles.about}>{t('import.or')}</p>
            <TextArea
              label={t('import.paste')}
              rows={5}
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
            <Button
              look="primary"
              disabled={pasted.trim() === '' || isBusy}
              onClick={() => void look(new Blob([pasted]), as)}
            >
              {t('import.look')}
            </Button>
          </>
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {isBusy && <output className={styles.about}>{t('import.reading')}</output>}
        {table && !done && (
          <div className={styles.foot}>
            <Button
              look="quiet"
              onClick={() => {
                setTable(undefined)
                setProblem(undefined)
              }}
            >
              {t('import.again')}
            </Button>
            <Button look="primary" disabled={table.taken === 0 || isBusy} onClick={() => void take()}>
              {t('import.do', { count: table.taken })}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Brings a table onto the board, for those who lead: what comes of it is seen before anything happens. */
export const ImportPanel = ({ onClose }: { readonly onClose: () => void }) => (
  <MoreTexts from={WORKSPACE}>
    <Steps onClose={onClose} />
  </MoreTexts>
)
