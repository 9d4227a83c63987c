import type { ItemId } from '@roundel/shared/kernel'
import { useText } from '../i18n/text.ts'
import styles from './subject-list.module.css'
import { SubjectCard } from './judging-ballot.tsx'
import { useSubjects } from './use-subjects.ts'

/** What is voted on, for who looks on. */
export const SubjectList = ({ ids }: { readonly ids: readonly ItemId[] }) => {
  const t = useText()
  const subjectOf = useSubjects()
  return (
    <ul className={styles.list} aria-label={t('score.ideas')}>
      {ids.map((id) => (
        <li key={id}>
          <SubjectCard subject={subjectOf(id)} />
        </li>
      ))}
    </ul>
  )
}
