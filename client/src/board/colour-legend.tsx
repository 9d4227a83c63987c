import { COLOURS } from '@roundel/shared/board'
import { useView } from '../sync/room-context.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './colour-legend.module.css'

/** What the colours of notes mean here; nothing where nobody said. */
export const ColourLegend = () => {
  const { session } = useView()
  const named = COLOURS.flatMap((colour) => {
    const name = session.colours?.[colour]
    return name ? [{ colour, name }] : []
  })
  if (named.length === 0) return null
  return (
    <ul className={styles.legend}>
      {named.map(({ colour, name }) => (
        <li key={colour} className={joinClasses(styles.entry, colourClass(colour))}>
          <span className={styles.swatch}>
            <ColourMark colour={colour} size={9} />
          </span>
          <bdi translate="yes">{name}</bdi>
        </li>
      ))}
    </ul>
  )
}
