import { Eye } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { useWhys } from './model.ts'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'

/** Where everyone is turned to, if that is elsewhere; for those who steer the way to turn everyone here. */
export const FocusLine = () => {
  const t = useText()
  const { tree, chosen, choose, say, may } = useWhys()
  const { press, isBusy, problem } = usePress()
  const { focus } = tree
  if (focus === chosen) return null
  return (
    <div className={styles.focus}>
      {focus !== undefined && (
        <p className={styles.line}>
          <Eye size={16} aria-hidden="true" />
          {t('whys.focus-is', { text: say(focus) })}
        </p>
      )}
      <div className={styles.acts}>
        {focus !== undefined && <Button onClick={() => choose(focus)}>{t('whys.focus-go')}</Button>}
        {may('focus-cause') && (
          <Button
            look="quiet"
            disabled={isBusy}
            onClick={() => void press({ type: 'focus-cause', ...(chosen !== undefined && { cause: chosen }) })}
          >
            {t('whys.focus-here')}
          </Button>
        )}
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  )
}
