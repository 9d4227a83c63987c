import type { StepPart } from '@roundel/shared/session'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import styles from './facilitator-bar.module.css'

const MOST = 4

/** The phases beside the present one, when all of them are too many: the previous, the present, the next. */
const pickAround = <Phase extends { readonly key: string }>(
  phases: readonly Phase[],
  now: string,
): readonly Phase[] => {
  if (phases.length <= MOST) return phases
  const at = phases.findIndex(({ key }) => key === now)
  return phases.slice(Math.max(0, at - 1), at + 2)
}

/** Where a step is: its phases, the present one lit. */
export const PhaseMarks = ({ step }: { readonly step: StepPart }) => {
  const t = useText()
  const method = METHOD_VIEWS[step.kind]
  return (
    <ol className={styles.phases} aria-label={t('bar.phases')}>
      {pickAround(step.phases, step.phase).map(({ key }) => {
        const phase = method.phases[key]
        if (!phase) return null
        const Icon = phase.icon
        return (
          <li key={key} className={styles.phase} aria-current={key === step.phase ? 'step' : undefined}>
            <Icon size={15} aria-hidden="true" />
            <span>{t(phase.label)}</span>
          </li>
        )
      })}
    </ol>
  )
}
