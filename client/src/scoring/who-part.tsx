import type { Sheet } from '@roundel/shared/methods'
import { useText } from '../i18n/text.ts'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import styles from './prepare-room.module.css'
import type { ChangeSheet } from './use-sheet.ts'

/** Who votes: participants always, people of the client as was agreed, those who lead only when that is said. */
export const WhoPart = ({ sheet, change }: { readonly sheet: Sheet; readonly change: ChangeSheet }) => {
  const t = useText()
  const { voters } = sheet
  return (
    <section className={styles.part} aria-labelledby="who">
      <h2 id="who">{t('score.who')}</h2>
      <Choice
        label={t('score.clients')}
        options={[
          { value: 'alike', label: t('score.clients-alike') },
          { value: 'apart', label: t('score.clients-apart') },
          { value: 'not', label: t('score.clients-not') },
        ]}
        value={voters.clients}
        onChange={(clients) => void change({ voters: { ...voters, clients } })}
      />
      <Check
        label={t('score.leaders-vote')}
        checked={voters.facilitators}
        onChange={(facilitators) => void change({ voters: { ...voters, facilitators } })}
      />
    </section>
  )
}
