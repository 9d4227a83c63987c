import type { AnchorHTMLAttributes } from 'react'
import { navigate } from './navigation.ts'
import { type Route, pathOf } from './route.ts'

/** A link to a page of ours: a true link, followed without loading the page anew. */
export const Link = ({
  to,
  onFollow,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly to: Exclude<Route, { page: 'unknown' }>
  /** Hears that the link is followed on this page. */
  readonly onFollow?: () => void
}) => (
  <a
    {...rest}
    href={pathOf(to)}
    onClick={(event) => {
      // Whoever asks for a new tab or window gets one.
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      onFollow?.()
      navigate(to)
    }}
  >
    {children}
  </a>
)
