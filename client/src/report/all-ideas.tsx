import type { Report, ReportCause } from '@roundel/shared/report'
import { useText } from '../i18n/text.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { useRefuted } from '../ways/use-refuted.ts'
import { IdeaList } from './idea-list.tsx'
import styles from './report.module.css'
import { Remarks, Written } from './written.tsx'

const Causes = ({ causes }: { readonly causes: readonly ReportCause[] }) => {
  const t = useText()
  const sayRefuted = useRefuted()
  if (causes.length === 0) return null
  return (
    <ul className={styles.causes}>
      {causes.map((cause, index) => (
        <li key={index}>
          <Written words={cause}>
            <Remarks
              of={[
                t(`report.proof.${cause.proof}`),
                cause.root && t(`report.root.${cause.root}`),
                cause.refuted && sayRefuted(cause.refuted),
              ]}
            />
          </Written>
          <Causes causes={cause.below} />
        </li>
      ))}
    </ul>
  )
}

/** Everything that people made, by group; what is in no group; causes; and apart from it what nobody proposed. */
export const AllIdeas = ({ report: { groups, loose, whys, worse } }: { readonly report: Report }) => {
  const t = useText()
  return (
    <>
      {groups.map(({ title, colour, ideas }, index) => (
        <div key={index} className={styles.group}>
          <h3>
            {colour && <ColourMark colour={colour} size={14} />}
            <bdi translate={title ? 'yes' : 'no'}>{title || t('report.unnamed')}</bdi>
          </h3>
          <IdeaList ideas={ideas} />
        </div>
      ))}
      {loose.length > 0 && (
        <div className={styles.group}>
          {groups.length > 0 && <h3>{t('report.loose')}</h3>}
          <IdeaList ideas={loose} />
        </div>
      )}
      {whys.map(({ step, problem, causes }) => (
        <div key={step} className={styles.group}>
          <h3>{t('report.causes')}</h3>
          {problem.map((line) => (
            <p key={line} dir="auto" translate="yes">
              {line}
            </p>
          ))}
          <Causes causes={causes} />
        </div>
      ))}
      {worse.length > 0 && (
        <div className={styles.group}>
          <h3>{t('report.worse')}</h3>
          <p className={styles.remarks}>{t('report.worse-about')}</p>
          <IdeaList ideas={worse} />
        </div>
      )}
    </>
  )
}
