import { type MethodId, methodOf } from '@roundel/shared/methods'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import styles from './about-method.module.css'

type Part = 'purpose' | 'when' | 'not' | 'people'

const PARTS: readonly (readonly [Part, MessageKey])[] = [
  ['purpose', 'method.purpose'],
  ['when', 'method.when'],
  ['not', 'method.not'],
  ['people', 'method.people'],
]

/** What a method is for, when to take it and when not, how many people, how long, and its rules. */
export const AboutMethod = ({ id }: { readonly id: MethodId }) => {
  const t = useText()
  const { phases, rules } = METHOD_VIEWS[id]
  const plan = methodOf(id).plan({})
  return (
    <div className={styles.about}>
      {PARTS.map(([part, label]) => (
        <section key={part}>
          <h3 className={styles.heading}>{t(label)}</h3>
          <p>{t(`method.${id}-${part}`)}</p>
        </section>
      ))}
      <section>
        <h3 className={styles.heading}>{t('method.minutes')}</h3>
        <ul>
          {plan.map(({ key, minutes }) => {
            const phase = phases[key]
            return (
              phase && (
                <li key={key} className={styles.phase}>
                  <span>{t(phase.label)}</span>
                  <span>{t('unit.minutes', { minutes })}</span>
                </li>
              )
            )
          })}
        </ul>
      </section>
      {rules && (
        <section>
          <h3 className={styles.heading}>{t('method.rules')}</h3>
          <ul className={styles.rules}>
            {rules.map((rule) => (
              <li key={rule}>{t(rule)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
