import type { Colour } from '@roundel/shared/board'
import type { JSX } from 'react'
import styles from './colour.module.css'

const SHAPES: Readonly<Record<Colour, JSX.Element>> = {
  lemon: <circle cx="6" cy="6" r="4.6" />,
  apricot: <path d="M6 1.2 11 10.4H1z" />,
  rose: <rect x="1.6" y="1.6" width="8.8" height="8.8" rx="1.2" />,
  orchid: <path d="M6 .6 11.4 6 6 11.4.6 6z" />,
  sky: <circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  iris: <path d="M4.5.8h3v3.7h3.7v3H7.5v3.7h-3V7.5H.8v-3h3.7z" />,
  mint: (
    <path
      d="M.8 7.4C2.6 3.2 4.6 3.2 6 6s3.4 2.8 5.2-1.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  ),
  stone: <rect x=".8" y="4.2" width="10.4" height="3.6" rx="1" />,
}

/** The shape that stands for a colour wherever the colour itself may not be seen. */
export const ColourMark = ({ colour, size = 12 }: { readonly colour: Colour; readonly size?: number }) => (
  <svg className={styles.mark} width={size} height={size} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
    {SHAPES[colour]}
  </svg>
)
