import type { Person } from '@roundel/shared/session'
import { useNumber, useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './people-lists.module.css'
import type { Press } from '../use-press.ts'

const Waiting = ({ person, press }: { readonly person: Person; readonly press: Press }) => {
  const t = useText()
  const number = useNumber()
  const isInLine = person.line !== undefined
  return (
    <li className={styles.row}>
      <Avatar person={person} />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{person.name}</bdi>
        </span>
        {isInLine && <span className={styles.words}>{t('people.in-line', { place: number(person.line) })}</span>}
      </span>
      <span className={styles.answers}>
        {!isInLine && (
          // Where every seat is taken this puts them in line instead of refusing.
          <Button look="primary" onClick={() => void press({ type: 'admit-all', seats: [person.id] })}>
            {t('door.let-in')}
          </Button>
        )}
        <Button look="quiet" onClick={() => void press({ type: 'refuse', seat: person.id })}>
          {t('door.no')}
        </Button>
      </span>
    </li>
  )
}

/** Who waits at the door, each to be let in or not, or all at once; and who was removed and asks to come back. */
export const DoorList = ({ press }: { readonly press: Press }) => {
  const t = useText()
  const { people, session } = useView()
  const waiting = people.filter(({ state, role }) => state === 'waiting' && role !== 'screen')
  const atDoor = waiting.filter(({ line }) => line === undefined)
  const asking = session.asking ?? []
  if (waiting.length + asking.length === 0) return null
  return (
    <>
      {waiting.length > 0 && (
        <section className={styles.group} aria-labelledby="people-door">
          <h3 id="people-door" className={styles.heading}>
            {t('door.waiting', { count: waiting.length })}
          </h3>
          {waiting.some(({ line }) => line !== undefined) && <p className={styles.words}>{t('people.line-about')}</p>}
          <ul>
            {waiting.map((person) => (
              <Waiting key={person.id} person={person} press={press} />
            ))}
          </ul>
          {atDoor.length > 1 && (
            <Button onClick={() => void press({ type: 'admit-all', seats: atDoor.map(({ id }) => id) })}>
              {t('people.let-all-in', { count: atDoor.length })}
            </Button>
          )}
        </section>
      )}
      {asking.length > 0 && (
        <section className={styles.group} aria-labelledby="people-asking">
          <h3 id="people-asking" className={styles.heading}>
            {t('people.asking', { count: asking.length })}
          </h3>
          <ul>
            {asking.map(({ seat, name }) => (
              <li key={seat} className={styles.row}>
                <span className={styles.name}>
                  <bdi>{name}</bdi>
                </span>
                <span className={styles.answers}>
                  <Button look="primary" onClick={() => void press({ type: 'restore', seat })}>
                    {t('people.let-back')}
                  </Button>
                  <Button look="quiet" onClick={() => void press({ type: 'refuse', seat })}>
                    {t('door.no')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
