import { COLOURS, type Colour } from '@roundel/shared/board'
import { colourClass } from '../ui/colour.ts'
import styles from './home-art.module.css'

/** First letters of people in three alphabets: everybody sits at the same table. */
const LETTERS = ['L', 'Д', 'A', 'T', 'O', 'ر', 'K', 'N', 'П', 'M', 'J'] as const

interface Sketch {
  readonly x: number
  readonly y: number
  readonly turn: number
  readonly colour: Colour
  readonly lines: number
}

const note = (x: number, y: number, turn: number, colour: Colour, lines: number): Sketch => ({
  x,
  y,
  turn,
  colour,
  lines,
})

const NOTES: readonly Sketch[] = [
  note(200, 206, -4, 'lemon', 3),
  note(280, 190, 3, 'sky', 2),
  note(360, 210, -3, 'rose', 3),
  note(186, 288, 3, 'mint', 2),
  note(264, 276, -2, 'apricot', 3),
  note(346, 294, 4, 'iris', 2),
  note(214, 366, -4, 'orchid', 3),
  note(294, 362, 2, 'lemon', 2),
  note(372, 374, -5, 'stone', 2),
]

const LINE_WIDTHS = [40, 32, 24] as const

const seatAt = (index: number): readonly [number, number] => {
  const angle = (index / LETTERS.length) * 2 * Math.PI - 1.3
  return [280 + 232 * Math.cos(angle), 280 + 232 * Math.sin(angle)]
}

/** The round table of the home page, with notes on it and people around it. Decoration. */
export const HomeArt = () => (
  <svg className={styles.art} viewBox="6 6 548 548" aria-hidden="true">
    <circle className={styles.room} cx="280" cy="280" r="266" />
    <circle className={styles.table} cx="280" cy="280" r="186" />
    {NOTES.map(({ x, y, turn, colour, lines }) => (
      <g key={`${x} ${y}`} className={colourClass(colour)} transform={`translate(${x} ${y}) rotate(${turn})`}>
        <rect className={styles.note} x="-31" y="-31" width="62" height="62" rx="4" />
        {LINE_WIDTHS.slice(0, lines).map((width, index) => (
          <rect key={width} className={styles.line} x="-20" y={-17 + index * 11} width={width} height="4" rx="2" />
        ))}
      </g>
    ))}
    {LETTERS.map((letter, index) => {
      const [x, y] = seatAt(index)
      return (
        <g key={letter} className={colourClass(COLOURS[(index * 3) % COLOURS.length] ?? 'stone')}>
          <circle className={styles.seat} cx={x.toFixed(1)} cy={y.toFixed(1)} r="25" />
          <text className={styles.letter} x={x.toFixed(1)} y={(y + 6).toFixed(1)}>
            {letter}
          </text>
        </g>
      )
    })}
  </svg>
)
