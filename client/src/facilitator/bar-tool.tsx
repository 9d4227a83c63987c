import type { ButtonHTMLAttributes } from 'react'
import { joinClasses } from '../ui/classes.ts'
import styles from './facilitator-bar.module.css'

/** One tool of the bar. `isRare` ones give way on narrow screens, where "More" has them. Without words it needs a `label`. */
export const BarTool = ({
  label,
  isRare,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly label?: string; readonly isRare?: boolean }) => (
  <button
    title={label}
    {...rest}
    type="button"
    aria-label={label}
    className={joinClasses(styles.tool, isRare && styles.rare, className)}
  />
)
