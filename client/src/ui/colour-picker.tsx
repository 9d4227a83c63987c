import { COLOURS, type Colour } from '@roundel/shared/board'
import { useId } from 'react'
import { useText } from '../i18n/text.ts'
import { ColourMark } from './colour-mark.tsx'
import { colourClass } from './colour.ts'
import { joinClasses } from './classes.ts'
import styles from './colour-picker.module.css'

/** One of the eight colours, each with its mark and its name. `seats` are round, `notes` are square. */
export const ColourPicker = ({
  label,
  value,
  onChange,
  shape,
  hideLabel = false,
}: {
  readonly label: string
  readonly value: Colour | undefined
  readonly onChange: (colour: Colour) => void
  readonly shape: 'seats' | 'notes'
  readonly hideLabel?: boolean
}) => {
  const name = useId()
  const t = useText()
  return (
    <fieldset className={joinClasses(styles.picker, styles[shape])}>
      <legend className={hideLabel ? styles.hidden : styles.legend}>{label}</legend>
      <div className={styles.colours}>
        {COLOURS.map((colour) => (
          <label key={colour} className={joinClasses(styles.colour, colourClass(colour))} title={t(`colour.${colour}`)}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={colour}
              aria-label={t(`colour.${colour}`)}
              checked={colour === value}
              onChange={() => onChange(colour)}
            />
            <span className={styles.swatch}>
              <ColourMark colour={colour} size={shape === 'seats' ? 16 : 10} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
