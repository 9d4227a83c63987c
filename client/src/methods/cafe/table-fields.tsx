import { LIMITS } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SettledField } from '../../ui/settled-field.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './setup.module.css'
import { SignPicker } from './sign-picker.tsx'
import type { TableLook } from './table-look.ts'
import type { Press } from './use-press.ts'

/** How one table is described: its name, sign, host, place, size, call, and its own question. Each field counts as one leaves it. */
export const TableFields = ({
  table,
  asks,
  press,
}: {
  readonly table: TableLook
  /** Whether it has a question of its own. */
  readonly asks: boolean
  readonly press: Press
}) => {
  const t = useText()
  const { people, tables } = useCafe()
  const { id } = table
  const edit = (change: Omit<Parameters<Press>[0] & { type: 'edit-table' }, 'type' | 'table'>): Promise<boolean> =>
    press({ type: 'edit-table', table: id, ...change })
  const hosting = new Map(tables.flatMap(({ host, number, id: at }) => (host && at !== id ? [[host.id, number]] : [])))
  const guests = people.filter(({ role }) => role === 'participant')
  return (
    <>
      <SettledField
        label={t('cafe.table-name')}
        value={table.name}
        maxLength={LIMITS.labelCharacters}
        onSettle={(name) => (name === '' ? Promise.resolve(true) : edit({ name }))}
      />
      <SignPicker table={table} onChoose={(icon) => void edit({ icon })} />
      {asks && (
        <SettledField
          label={t('cafe.table-question')}
          value={table.ownQuestion ?? ''}
          maxLength={LIMITS.questionCharacters}
          onSettle={(question) => edit({ question })}
        />
      )}
      <div className={styles.fields}>
        <SelectField
          label={t('cafe.table-host')}
          value={table.host?.id ?? ''}
          onChange={({ target }) => {
            const seat = guests.find((guest) => guest.id === target.value)?.id
            if (seat) void press({ type: 'set-host', table: id, seat })
          }}
        >
          <option value="">{t('cafe.host-found')}</option>
          {guests.map((guest) => {
            const number = hosting.get(guest.id)
            return (
              <option key={guest.id} value={guest.id}>
                {number === undefined ? guest.name : t('cafe.hosts-other', { name: guest.name, number })}
              </option>
            )
          })}
        </SelectField>
        <NumberField
          label={t('cafe.table-capacity')}
          least={0}
          most={LIMITS.participantsAtMost}
          value={table.capacity ?? 0}
          onChange={(capacity) => void edit({ capacity })}
        />
        <SettledField
          label={t('cafe.table-place')}
          value={table.place ?? ''}
          maxLength={LIMITS.labelCharacters}
          onSettle={(place) => edit({ place })}
        />
        <SettledField
          label={t('cafe.table-call')}
          type="url"
          dir="ltr"
          placeholder="https://"
          value={table.call ?? ''}
          maxLength={LIMITS.callLinkCharacters}
          onSettle={(call) => edit({ call })}
        />
      </div>
    </>
  )
}
