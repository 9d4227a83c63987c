import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'
import { usePress } from './use-press.ts'

/** Where hosts take turns: its host says who of the table stays after this round, and whoever was named reads so. */
export const NextHost = ({ table }: { readonly table: TableLook }) => {
  const t = useText()
  const { own, me, may } = useCafe()
  const { press, problem } = usePress()
  if (own?.isNextHost) return <p className={styles.said}>{t('cafe.you-stay-next')}</p>
  const guests = table.people.filter(({ id }) => id !== me.seat)
  if (!own?.naming || !may('name-next-host') || guests.length === 0) return null
  const named = guests.find(({ id }) => id === own.naming?.nextHost)
  return (
    <div className={styles.column}>
      <SelectField
        label={t('cafe.who-stays')}
        value={named?.id ?? ''}
        onChange={({ target }) => {
          const guest = guests.find(({ id }) => id === target.value)
          if (guest)
            void press(
              { type: 'name-next-host', table: table.id, seat: guest.id },
              t('cafe.stays-as-host', { name: guest.name }),
            )
        }}
      >
        {!named && <option value="">{t('cafe.who-stays-found')}</option>}
        {guests.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Alert>{problem}</Alert>
      <p className={styles.small}>{t('cafe.who-stays-about')}</p>
    </div>
  )
}
