import { type MethodId, methodOf } from '@roundel/shared/methods'
import { FoldHorizontal, UnfoldHorizontal } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './way-mark.module.css'

/** Whether a method makes more of what there is, or less: mixing the two is the commonest mistake. Undefined for neither. */
const wayOf = (kind: MethodId): 'widens' | 'narrows' | undefined => {
  const method = methodOf(kind)
  if (method.plan({}).some(({ policies }) => policies.add !== 'none')) return 'widens'
  return method.takes.length > 0 ? 'narrows' : undefined
}

/** Says of a step whether it collects or narrows down: a word and a mark, and a colour besides. */
export const WayMark = ({ kind }: { readonly kind: MethodId }) => {
  const t = useText()
  const way = wayOf(kind)
  if (!way) return null
  const Icon = way === 'widens' ? UnfoldHorizontal : FoldHorizontal
  return (
    <span className={joinClasses(styles.way, styles[way])}>
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {t(way === 'widens' ? 'steps.widens' : 'steps.narrows')}
    </span>
  )
}
