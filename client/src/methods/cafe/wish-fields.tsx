import type { SeatId } from '@roundel/shared/kernel'
import type { Mix, Wish } from '@roundel/shared/rotation'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useList, useText } from '../../i18n/text.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './setup.module.css'
import type { Setup } from './use-setup.ts'

const KINDS = ['apart', 'together'] as const
const KIND_WORDS = { apart: 'cafe.wish-apart', together: 'cafe.wish-together' } as const
const MIX_WORDS = { department: 'cafe.mix-department', side: 'cafe.mix-side', language: 'cafe.mix-language' } as const
const MIXES = Object.keys(MIX_WORDS) as readonly Mix[]

const AddWish = ({ onAdd }: { readonly onAdd: (wish: Wish) => Promise<boolean> }) => {
  const t = useText()
  const { people } = useCafe()
  const [kind, setKind] = useState<Wish['kind']>('together')
  const [pair, setPair] = useState<readonly [string, string]>(['', ''])
  const guests = people.filter(({ role }) => role === 'participant')
  const [one, other] = pair
  const isWhole = one !== '' && other !== '' && one !== other
  const add = async (): Promise<void> => {
    if (isWhole && (await onAdd({ kind, seats: [one as SeatId, other as SeatId] }))) setPair(['', ''])
  }
  const choose = (nth: 0 | 1, label: string) => (
    <SelectField
      label={label}
      value={pair[nth]}
      onChange={({ target }) => setPair(nth === 0 ? [target.value, other] : [one, target.value])}
    >
      <option value="">{t('cafe.choose-person')}</option>
      {guests.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
  return (
    <>
      <Choice
        label={t('cafe.wish')}
        options={KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
        value={kind}
        onChange={setKind}
      />
      <div className={styles.fields}>
        {choose(0, t('cafe.wish-one'))}
        {choose(1, t('cafe.wish-other'))}
      </div>
      <Button className={styles.start} disabled={!isWhole} onClick={() => void add()}>
        {t('cafe.wish-add')}
      </Button>
    </>
  )
}

/** Who must not sit together, or must; and what people are mixed by. */
export const WishFields = ({ setup: { save } }: { readonly setup: Setup }) => {
  const t = useText()
  const list = useList()
  const { lead, sitterOf } = useCafe()
  if (!lead) return null
  const { wishes, mixBy } = lead
  return (
    <section className={styles.card} aria-labelledby="cafe-wishes">
      <h2 id="cafe-wishes" className={styles.heading}>
        {t('cafe.wishes')}
      </h2>
      <p className={styles.hint}>{t('cafe.wishes-about')}</p>
      {wishes.length > 0 && (
        <ul className={styles.entries}>
          {wishes.map((wish) => {
            const names = list(wish.seats.map((seat) => sitterOf(seat).name))
            const says = t(wish.kind === 'apart' ? 'cafe.wish-apart-of' : 'cafe.wish-together-of', { names })
            return (
              <li key={`${wish.kind} ${wish.seats.join(' ')}`} className={styles.entry}>
                {says}
                <IconButton
                  label={t('cafe.wish-remove', { text: says })}
                  onClick={() => void save({ wishes: wishes.filter((each) => each !== wish) })}
                >
                  <X size={17} aria-hidden="true" />
                </IconButton>
              </li>
            )
          })}
        </ul>
      )}
      <AddWish onAdd={(wish) => save({ wishes: [...wishes, wish] })} />
      <h3 className={styles.title}>{t('cafe.mix')}</h3>
      {MIXES.map((mix) => (
        <Check
          key={mix}
          label={t(MIX_WORDS[mix])}
          checked={mixBy.includes(mix)}
          onChange={(isOn) =>
            void save({ mixBy: MIXES.filter((each) => (each === mix ? isOn : mixBy.includes(each))) })
          }
        />
      ))}
    </section>
  )
}
