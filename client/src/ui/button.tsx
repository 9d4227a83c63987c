import type { ButtonHTMLAttributes, ComponentPropsWithRef, ReactNode } from 'react'
import styles from './button.module.css'
import { joinClasses } from './classes.ts'

type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look
  readonly large?: boolean
  /** As wide as its column. */
  readonly wide?: boolean
}

/** The class of a button, for links that look like one. */
export const buttonClass = ({
  look = 'secondary',
  large,
  wide,
}: Pick<ButtonProps, 'look' | 'large' | 'wide'>): string =>
  joinClasses(styles.button, styles[look], large && styles.large, wide && styles.wide)

/** A button with words. It is a plain `button` of type `button` unless told otherwise. */
export const Button = ({ look, large, wide, className, type = 'button', ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={joinClasses(
      buttonClass({ ...(look && { look }), ...(large && { large }), ...(wide && { wide }) }),
      className,
    )}
  />
)

/** A button that shows an icon only; `label` is what it is called. */
export const IconButton = ({
  label,
  children,
  className,
  type = 'button',
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly label: string; readonly children: ReactNode }) => (
  <button {...rest} type={type} aria-label={label} title={label} className={joinClasses(styles.icon, className)}>
    {children}
  </button>
)
