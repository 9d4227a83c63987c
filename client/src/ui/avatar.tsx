import type { Colour } from '@roundel/shared/board'
import { colourClass } from './colour.ts'
import { joinClasses } from './classes.ts'
import styles from './avatar.module.css'

const segmenter = new Intl.Segmenter()

const initialOf = (name: string): string => {
  const [first] = segmenter.segment(name.trim())
  return (first?.segment ?? '').toLocaleUpperCase()
}

export interface AvatarPerson {
  readonly name: string
  readonly colour: Colour
}

/** A person as a disc with the first letter of the name. Decoration: the name stands beside it as text. */
export const Avatar = ({
  person,
  size = 'medium',
}: {
  readonly person: AvatarPerson
  readonly size?: 'small' | 'medium' | 'large'
}) => (
  <span className={joinClasses(styles.avatar, styles[size], colourClass(person.colour))} aria-hidden="true">
    {initialOf(person.name)}
  </span>
)

/** The first few people, overlapping, and how many more. Decoration. */
export const AvatarRow = ({
  people,
  shown = 3,
  more,
}: {
  readonly people: readonly AvatarPerson[]
  readonly shown?: number
  readonly more?: string | false
}) => (
  <span className={styles.row} aria-hidden="true">
    {people.slice(0, shown).map((person, index) => (
      // Several people may share a name; the row is decoration, so the place is key enough.
      <Avatar key={index} person={person} size="small" />
    ))}
    {more && <span className={joinClasses(styles.avatar, styles.small, styles.more)}>{more}</span>}
  </span>
)
