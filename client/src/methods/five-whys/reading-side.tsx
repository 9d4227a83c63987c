import { findCause } from '@roundel/shared/methods/five-whys'
import { joinClasses } from '../../ui/classes.ts'
import { CauseDetails } from './cause-details.tsx'
import { FocusLine } from './focus-line.tsx'
import { useWhys } from './model.ts'
import { RootCard } from './root-card.tsx'
import { Upwards } from './upwards.tsx'
import styles from './whys.module.css'

/** Beside the tree while it is read upwards: the branch, and whether the cause that is looked at is a root. */
export const ReadingSide = () => {
  const { tree, chosen, phase, leads } = useWhys()
  const cause = chosen === undefined ? undefined : findCause(tree, chosen)
  return (
    <div className={joinClasses(styles.side, leads && styles.aboveBar)}>
      <FocusLine />
      <Upwards />
      {phase === 'roots' && cause && <RootCard key={cause.item} cause={cause} />}
      {phase === 'roots' && cause && <CauseDetails key={`details ${cause.item}`} cause={cause} />}
    </div>
  )
}
