import { LIMITS, omit } from '@roundel/shared/kernel'
import type { Sheet } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { SettledField } from '../ui/settled-field.tsx'
import { useCriteria } from './criterion-words.ts'
import styles from './prepare-room.module.css'
import type { ChangeSheet } from './use-sheet.ts'

/** What of a criterion can be said in words of one's own. */
const PLACES = ['label', 'question', 'lowest', 'middle', 'highest'] as const
type Wording = Readonly<Partial<Record<(typeof PLACES)[number], string>>>

/** The questions of a scoring in words of one's own. What is left empty stays as it is, in everybody's language. */
export const WordingEditor = ({ sheet, change }: { readonly sheet: Sheet; readonly change: ChangeSheet }) => {
  const t = useText()
  const { options } = sheet
  const criteria = useCriteria({ scoring: sheet.scoring, settings: omit(options, 'wording') })
  const wording = (options['wording'] ?? {}) as Readonly<Record<string, Wording>>
  const settle = (key: string, place: keyof Wording, text: string): Promise<boolean> => {
    const { [place]: _before, ...others } = wording[key] ?? {}
    return change({
      options: { ...options, wording: { ...wording, [key]: text ? { ...others, [place]: text } : others } },
    })
  }
  return (
    <details className={styles.words}>
      <summary>{t('score.own-words')}</summary>
      <p className={styles.about}>{t('score.own-words-about')}</p>
      {criteria.map((criterion) => (
        <fieldset key={criterion.key} className={styles.wording}>
          <legend>
            <bdi>{criterion.label}</bdi>
          </legend>
          {PLACES.map((place) => (
            <SettledField
              key={place}
              label={t(`score.wording.${place}`)}
              placeholder={criterion[place]}
              value={wording[criterion.key]?.[place] ?? ''}
              maxLength={place === 'label' ? LIMITS.labelCharacters : LIMITS.titleCharacters}
              onSettle={(text) => settle(criterion.key, place, text)}
            />
          ))}
        </fieldset>
      ))}
    </details>
  )
}
