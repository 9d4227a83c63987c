import { LIMITS, asId } from '@roundel/shared/kernel'
import { X } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { SelectField } from '../../ui/field.tsx'
import { useRandom } from './random-context.ts'
import styles from './spark-picker.module.css'
import { ThingOptions } from './thing-options.tsx'

/** What led to the idea that one writes: cards and associations, or nothing. It stays chosen for the next one. */
export const SparkPicker = () => {
  const t = useText()
  const { step, sparks, setSparks, nameOf } = useRandom()
  if (step.policies.add === 'none') return null
  return (
    <section className={styles.picker} aria-labelledby="sparks">
      <h2 id="sparks" className={styles.heading}>
        {t('random.sparks')}
      </h2>
      {sparks.length === 0 ? (
        <p className={styles.none}>{t('random.sparks-none')}</p>
      ) : (
        <ul className={styles.chosen}>
          {sparks.map((id) => (
            <li key={id}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t('random.drop-spark', { name: nameOf(id) })}
                onClick={() => setSparks((before) => before.filter((each) => each !== id))}
              >
                <bdi>{nameOf(id)}</bdi>
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {sparks.length < LIMITS.inspirations && (
        <SelectField
          label={t('random.add-spark')}
          value=""
          onChange={({ target }) => {
            if (target.value !== '') setSparks((before) => [...before, asId<'item'>(target.value)])
          }}
        >
          <option value="">{t('random.choose')}</option>
          <ThingOptions without={new Set(sparks)} />
        </SelectField>
      )}
    </section>
  )
}
