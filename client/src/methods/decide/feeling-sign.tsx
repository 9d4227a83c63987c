import type { Feeling } from '@roundel/shared/methods/decide'
import { Check, X } from 'lucide-react'
import styles from './decide.module.css'

/** The sign of an answer to a temperature check. The word beside it says the same. */
export const FeelingSign = ({ feeling }: { readonly feeling: Feeling }) => (
  <span className={styles.sign} aria-hidden="true">
    {feeling === 'unsure' ? (
      <span>?</span>
    ) : feeling === 'no' ? (
      <X size={20} strokeWidth={2.6} />
    ) : (
      <>
        <Check size={20} strokeWidth={2.6} />
        {feeling === 'strong-yes' && <Check size={20} strokeWidth={2.6} />}
      </>
    )}
  </span>
)
