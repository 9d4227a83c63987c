import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { SelectField } from '../../ui/field.tsx'
import { AdviceChoices } from './advice-choices.tsx'
import { useCafe } from './cafe-model.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { QuestionFields, useAsking } from './question-fields.tsx'
import { RunPlan } from './run-plan.tsx'
import { SetupCheck } from './setup-check.tsx'
import styles from './setup.module.css'
import { TableFields } from './table-fields.tsx'
import type { TableLook } from './table-look.ts'
import { TableSign } from './table-sign.tsx'
import { type Setup, useSetup } from './use-setup.ts'
import { WishFields } from './wish-fields.tsx'

/** The group whose ideas lie on the cloth from the start. */
const GroupField = ({ table, setup: { groups, putGroup } }: { readonly table: TableLook; readonly setup: Setup }) => {
  const t = useText()
  const { view } = useCafe()
  const { cluster: put } = view.tables.find(({ id }) => id === table.id) ?? {}
  if (groups.length === 0) return null
  return (
    <SelectField
      label={t('cafe.table-group')}
      value={put ?? ''}
      onChange={({ target }) => {
        const group = groups.find(({ cluster }) => cluster.id === target.value)
        void putGroup(table.id, group?.cluster.id, group?.held ?? [])
      }}
    >
      <option value="">{t('cafe.table-group-none')}</option>
      {groups.map(({ cluster, held }, nth) => (
        <option key={cluster.id} value={cluster.id}>
          {t('cafe.group-of', {
            name: cluster.title.trim() || t('group.unnamed', { number: nth + 1 }),
            count: held.length,
          })}
        </option>
      ))}
    </SelectField>
  )
}

/** Before the café begins, for those who lead: how many tables, who hosts, what is asked, who sits with whom. */
export const SetupRoom = () => {
  const t = useText()
  const { tables, view, lead } = useCafe()
  const setup = useSetup()
  const [asking, setAsking] = useAsking()
  const { save, count, problem, press } = setup
  const open = tables.filter(({ isClosed }) => !isClosed)
  return (
    <div className={styles.setup}>
      <div className={styles.column}>
        <Alert>{problem}</Alert>
        <section className={styles.card}>
          <AdviceChoices
            people={lead?.people ?? 0}
            rounds={view.rounds}
            tables={open.length}
            isPlanned={view.mode === 'planned'}
            onChoose={(wanted) => void count(wanted)}
          />
          {open.length === 2 && view.mode === 'planned' && (
            <Check
              label={t('cafe.half-stay')}
              hint={t('cafe.half-stay-about')}
              checked={view.halfStay}
              onChange={(halfStay) => void save({ halfStay })}
            />
          )}
        </section>
        <QuestionFields setup={setup} asking={asking} onAsk={setAsking} />
        <ul className={styles.tables} aria-label={t('cafe.tables')}>
          {open.map((table) => (
            <li key={table.id} className={styles.card}>
              <h2 className={styles.title}>
                <TableSign sign={table.sign} />
                {t('cafe.table', { number: table.number })}
              </h2>
              <TableFields table={table} asks={asking === 'table'} press={press} />
              <GroupField table={table} setup={setup} />
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.column}>
        <SetupCheck />
        <PreviewPanel />
        <section className={styles.card}>
          <Choice
            label={t('cafe.mode')}
            options={[
              { value: 'planned' as const, label: t('cafe.mode-planned') },
              { value: 'free' as const, label: t('cafe.mode-free') },
            ]}
            value={view.mode}
            onChange={(mode) => void save({ mode })}
            hint={t(view.mode === 'free' ? 'cafe.mode-free-about' : 'cafe.mode-planned-about')}
          />
          <Choice
            label={t('cafe.hosts')}
            options={[
              { value: 'fixed' as const, label: t('cafe.hosts-fixed') },
              { value: 'relay' as const, label: t('cafe.hosts-relay') },
            ]}
            value={view.hosts}
            onChange={(hosts) => void save({ hosts })}
            hint={t(view.hosts === 'relay' ? 'cafe.hosts-relay-about' : 'cafe.hosts-fixed-about')}
          />
        </section>
        {view.mode === 'planned' && <WishFields setup={setup} />}
        <RunPlan />
        <p className={styles.hint}>{t('cafe.minutes-where')}</p>
      </div>
    </div>
  )
}
