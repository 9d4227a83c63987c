import type { Colour } from '@roundel/shared/board'
import styles from './colour.module.css'

/** The class that sets `--note` and `--note-mark` to a colour, for everything inside. */
export const colourClass = (colour: Colour): string => styles[colour] ?? ''
