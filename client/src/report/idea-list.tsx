import type { ReportIdea } from '@roundel/shared/report'
import { useText } from '../i18n/text.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import styles from './report.module.css'
import { TrailLine } from './trail.tsx'
import { Remarks, Written } from './written.tsx'

/** Ideas as a list: each with its shape in place of its colour, and with what is to be known of it. */
export const IdeaList = ({ ideas }: { readonly ideas: readonly ReportIdea[] }) => {
  const t = useText()
  return (
    <ul className={styles.ideas}>
      {ideas.map((idea) => (
        <li key={idea.id}>
          {idea.colour && <ColourMark colour={idea.colour} />}
          <Written words={idea}>
            <Remarks
              of={[
                idea.late && t('report.late'),
                idea.parked && t('report.parked'),
                idea.corrected && t('report.corrected'),
                idea.admitted !== undefined && t('report.admitted', { count: idea.admitted }),
                idea.by !== undefined && t('report.by', { name: idea.by }),
              ]}
            />
            {idea.turned.map(({ text }) => (
              <p key={text} className={styles.remarks}>
                {t('report.turned', { text })}
              </p>
            ))}
            <TrailLine way={idea} />
            {idea.same.length > 0 && (
              <ul className={styles.same} aria-label={t('report.same')}>
                {idea.same.map((words, index) => (
                  // Two people may have written the very same.
                  <li key={index}>
                    <Written words={words} />
                  </li>
                ))}
              </ul>
            )}
          </Written>
        </li>
      ))}
    </ul>
  )
}
