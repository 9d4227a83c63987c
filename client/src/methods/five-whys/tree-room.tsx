import type { ItemId } from '@roundel/shared/kernel'
import { Empty } from '../../board/empty.tsx'
import { useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { CauseTree } from './cause-tree.tsx'
import { useWhys } from './model.ts'
import { PausedNotice } from './pause.tsx'
import { Acceptance } from './problem-room.tsx'
import { RunFoot } from './run-foot.tsx'
import styles from './whys.module.css'

/** The whole tree, with what stands in its way above it and what is still open below. */
export const TreeRoom = ({ onAnswer }: { readonly onAnswer?: ((parent: ItemId | undefined) => void) | undefined }) => {
  const t = useText()
  const { tree, isScreen } = useWhys()
  const { causes, problem } = tree
  return (
    <div className={joinClasses(styles.room, isScreen && styles.wide)}>
      <PausedNotice />
      {!problem.accepted && <Acceptance />}
      <CauseTree onAnswer={onAnswer} />
      {causes.length === 0 && problem.accepted && <Empty title={t('whys.none')}>{t('whys.none-about')}</Empty>}
      {onAnswer && <p className={styles.keys}>{t('whys.keys')}</p>}
      <RunFoot />
    </div>
  )
}
