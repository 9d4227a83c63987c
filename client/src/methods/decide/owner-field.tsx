import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import type { Owner, OwnerView } from '@roundel/shared/methods/decide'
import type { Person } from '@roundel/shared/session'
import { useText } from '../../i18n/text.ts'
import { SelectField, TextField } from '../../ui/field.tsx'

const OUTSIDE = 'outside'

/** Who sees to an action: somebody who takes part, or somebody outside by name. */
export const OwnerField = ({
  value,
  people,
  former,
  onChange,
}: {
  readonly value: Owner
  readonly people: readonly Pick<Person, 'id' | 'name'>[]
  /** Who owned it so far, who may be here no more. */
  readonly former?: OwnerView | undefined
  readonly onChange: (owner: Owner) => void
}) => {
  const t = useText()
  const isSeat = 'seat' in value
  const isHere = isSeat && people.some(({ id }) => id === value.seat)
  const formerName = former && 'seat' in former ? former.name : undefined
  return (
    <>
      <SelectField
        label={t('decide.action-owner')}
        value={isSeat ? value.seat : OUTSIDE}
        onChange={({ target }) =>
          onChange(target.value === OUTSIDE ? { outside: '' } : { seat: target.value as SeatId })
        }
      >
        {isSeat && !isHere && <option value={value.seat}>{formerName ?? t('decide.action-owner-gone')}</option>}
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={OUTSIDE}>{t('decide.action-outside')}</option>
      </SelectField>
      {!isSeat && (
        <TextField
          label={t('decide.action-outside-name')}
          maxLength={LIMITS.nameCharacters}
          value={value.outside}
          onChange={({ target }) => onChange({ outside: target.value })}
        />
      )}
    </>
  )
}
