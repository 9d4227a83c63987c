import type { ReportText } from '@roundel/shared/report'
import type { ReactNode } from 'react'
import styles from './report.module.css'

/** What somebody wrote, in its own language and direction, and what it says in another one. */
export const Written = ({ words, children }: { readonly words: ReportText; readonly children?: ReactNode }) => (
  <div className={styles.written}>
    <p dir="auto" translate="yes" lang={words.lang === 'und' ? undefined : words.lang}>
      {words.text}
    </p>
    {words.second && (
      <p dir="auto" translate="yes" lang={words.second.lang} className={styles.second}>
        {words.second.text}
      </p>
    )}
    {children}
  </div>
)

/** Short remarks about something, one after the other. */
export const Remarks = ({ of }: { readonly of: readonly (string | false | undefined)[] }) => {
  const said = of.filter((remark) => typeof remark === 'string' && remark !== '')
  if (said.length === 0) return null
  return <p className={styles.remarks}>{said.join(' · ')}</p>
}
