import type { Judged, ScoringResult } from '@roundel/shared/scoring'
import { MessagesSquare } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** What people judged most differently, to be talked about before anything is decided. */
export const TalkAbout = ({ result }: { readonly result: ScoringResult & Judged }) => {
  const t = useText()
  const subjectOf = useSubjects()
  const split = result.items.filter(({ agreement }) => agreement === 'polarised' || agreement === 'disputed')
  if (split.length === 0) return null
  return (
    <section className={styles.talk} aria-labelledby="talk">
      <MessagesSquare size={22} aria-hidden="true" />
      <div>
        <h2 id="talk">{t('score.talk-about', { count: split.length })}</h2>
        <ul>
          {split.map(({ item, agreement }) => (
            <li key={item}>
              <bdi translate="yes">{subjectOf(item).text}</bdi>: {t(`scoring.agreement.${agreement ?? 'mixed'}`)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
