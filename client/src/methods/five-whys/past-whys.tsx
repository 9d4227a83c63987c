import type { StepId } from '@roundel/shared/kernel'
import { joinClasses } from '../../ui/classes.ts'
import { CauseTree } from './cause-tree.tsx'
import { CheckList } from './checks.tsx'
import { CountermeasuresRoom } from './countermeasures-room.tsx'
import { MoreTexts } from '../../i18n/texts.tsx'
import { WhysProvider, useWhysModel } from './model.ts'
import { Statement } from './problem-room.tsx'
import { WHYS } from './texts.ts'
import styles from './whys.module.css'

/** A run that is looked back at: its problem, its tree, its roots with their ideas, and what was to be found out. */
export const PastWhys = ({ step }: { readonly step: StepId }) => (
  <MoreTexts from={WHYS}>
    <Past step={step} />
  </MoreTexts>
)

const Past = ({ step }: { readonly step: StepId }) => {
  const whys = useWhysModel(step)
  if (!whys) return null
  return (
    <WhysProvider value={whys}>
      <div className={styles.room}>
        <div className={joinClasses(styles.card, styles.narrow)}>
          <Statement />
        </div>
        <CauseTree />
        {whys.tree.checks.length > 0 && <CheckList checks={whys.tree.checks} showsCause />}
        {whys.tree.countermeasures.length > 0 && <CountermeasuresRoom onWrite={() => undefined} />}
      </div>
    </WhysProvider>
  )
}
