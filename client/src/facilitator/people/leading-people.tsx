import type { SeatId } from '@roundel/shared/kernel'
import type { Person } from '@roundel/shared/session'
import { Hand, Link2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { isNamed } from '../../people/find-person.ts'
import { PersonRow } from '../../people/person-row.tsx'
import { isSeated } from '../../people/present.ts'
import { SubPanel } from '../../people/sub-panel.tsx'
import { useView } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { sortByNeed } from './attention.ts'
import { DoorList } from './door-list.tsx'
import { Invitations } from './invitations.tsx'
import styles from './people-lists.module.css'
import { PersonMenu, type PersonPage, menuButtonId } from './person-menu.tsx'
import { PersonPages } from './person-pages.tsx'
import { StatusWords } from './status-words.tsx'
import { usePress } from '../use-press.ts'

/** For so long letting somebody back is offered in the first place; later it stands under "Removed". */
const OFFERED_MS = 10_000

type Place =
  | { readonly at: 'list' }
  | { readonly at: 'invitations' }
  | { readonly at: PersonPage; readonly person: SeatId }

const LINKS_BUTTON = 'people-links'

/** The people as those who lead see them: who needs something first, how everyone is doing, and what can be done. */
export const LeadingPeople = ({
  find,
  wanted,
  onMySeat,
}: {
  /** The field in which a name is looked for. */
  readonly find: ReactNode
  readonly wanted: string
  readonly onMySeat: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { people, session, me } = useView()
  const { press, problem } = usePress({ isAloud: false })
  const [place, setPlace] = useState<Place>({ at: 'list' })
  const [justRemoved, setJustRemoved] = useState<{ readonly seat: SeatId; readonly name: string }>()
  const opener = useRef<string>(undefined)
  useEffect(() => {
    if (!justRemoved) return
    const timer = setTimeout(() => setJustRemoved(undefined), OFFERED_MS)
    return () => clearTimeout(timer)
  }, [justRemoved])
  // Whoever comes back to the list stands where they left it.
  useEffect(() => {
    if (place.at === 'list' && opener.current) document.getElementById(opener.current)?.focus()
  }, [place])

  const back = (): void => setPlace({ at: 'list' })
  if (place.at === 'invitations') {
    return (
      <SubPanel title={t('invite.title')} onBack={back}>
        <Invitations />
      </SubPanel>
    )
  }
  const about = 'person' in place ? people.find(({ id }) => id === place.person) : undefined
  if (about && place.at !== 'list') return <PersonPages page={place.at} person={about} onBack={back} />

  const remove = async ({ id, name }: Person): Promise<void> => {
    if (!(await press({ type: 'remove', seat: id }))) return
    setJustRemoved({ seat: id, name })
    announce(t('people.was-removed', { name }))
  }
  const seated = people.filter(isSeated)
  const shown = sortByNeed(seated.filter(({ name }) => isNamed(name, wanted)))
  const hands = seated.filter(({ marks = [] }) => marks.some(({ type }) => type === 'hand' || type === 'need-time'))
  const removed = (session.removed ?? []).filter(({ seat }) => seat !== justRemoved?.seat)
  const isAway = session.removed?.some(({ seat }) => seat === justRemoved?.seat)
  return (
    <>
      <Alert>{problem}</Alert>
      {justRemoved && isAway && (
        <div className={styles.strip}>
          <p>{t('people.was-removed', { name: justRemoved.name })}</p>
          <Button onClick={() => void press({ type: 'restore', seat: justRemoved.seat })}>
            {t('people.let-back')}
          </Button>
        </div>
      )}
      <DoorList press={press} />
      {find}
      <div className={styles.tools}>
        {me.can['renew-link'] && (
          <Button
            id={LINKS_BUTTON}
            onClick={() => {
              opener.current = LINKS_BUTTON
              setPlace({ at: 'invitations' })
            }}
          >
            <Link2 size={17} aria-hidden="true" />
            {t('invite.title')}
          </Button>
        )}
        {me.can['lower-hands'] && hands.length > 1 && (
          <Button onClick={() => void press({ type: 'lower-hands', seats: hands.map(({ id }) => id) })}>
            <Hand size={17} aria-hidden="true" />
            {t('people.lower-hands', { count: hands.length })}
          </Button>
        )}
      </div>
      {shown.length === 0 && <p className={styles.words}>{t('people.nobody')}</p>}
      <ul className={styles.people}>
        {shown.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            words={[
              ...(person.flags ?? []).flatMap((flag) => (flag === 'host' ? [] : [t(`people.${flag}`)])),
              person.department,
              person.place,
            ]}
            status={<StatusWords person={person} />}
          >
            <PersonMenu
              person={person}
              press={press}
              onMySeat={onMySeat}
              onPage={(page) => {
                opener.current = menuButtonId(person)
                setPlace({ at: page, person: person.id })
              }}
              onRemove={() => void remove(person)}
            />
          </PersonRow>
        ))}
      </ul>
      {removed.length > 0 && (
        <section className={styles.group} aria-labelledby="people-removed">
          <h3 id="people-removed" className={styles.heading}>
            {t('people.removed')}
          </h3>
          <ul>
            {removed.map(({ seat, name }) => (
              <li key={seat} className={styles.row}>
                <span className={styles.name}>
                  <bdi>{name}</bdi>
                </span>
                <Button onClick={() => void press({ type: 'restore', seat })}>{t('people.let-back')}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
