import type { Person, Role } from '@roundel/shared/session'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './people-panel.module.css'

const ROLE_WORDS: Readonly<Record<Person['role'], MessageKey | undefined>> = {
  facilitator: 'role.facilitator',
  'co-facilitator': 'role.co-facilitator',
  participant: undefined,
  observer: 'role.observer',
  screen: 'role.screen',
}

const STATUS_WORDS = {
  writing: 'people.writing',
  ready: 'people.ready',
  quiet: 'people.quiet',
} as const satisfies Readonly<Record<NonNullable<Person['status']>, MessageKey>>

const leads = (role: Role): boolean => role === 'facilitator' || role === 'co-facilitator'

/** Those who need something first: whoever waits, then whoever is away or quiet, then as they came. */
const urgency = (person: Person): number =>
  person.state === 'waiting' ? 0 : person.status === 'quiet' || !person.here ? 1 : 2

/** What those who lead can do about a person. */
const PersonActions = ({ person }: { readonly person: Person }) => {
  const t = useText()
  const { give } = useRoom()
  const { me } = useView()
  const isHelping = person.role === 'co-facilitator'
  const role = isHelping ? 'participant' : 'co-facilitator'
  return (
    <div className={styles.manage}>
      {me.can['set-role'] && (
        <Button onClick={() => void give({ type: 'set-role', seat: person.id, role })}>
          {t(isHelping ? 'people.unmake-helper' : 'people.make-helper')}
        </Button>
      )}
      {me.can['hand-over'] && (
        <Button onClick={() => void give({ type: 'hand-over', seat: person.id })}>{t('people.hand-over')}</Button>
      )}
      {me.can['remove'] && (
        <Button look="danger" onClick={() => void give({ type: 'remove', seat: person.id })}>
          {t('people.remove')}
        </Button>
      )}
    </div>
  )
}

const PersonRow = ({ person }: { readonly person: Person }) => {
  const t = useText()
  const { me } = useView()
  const [isOpen, setIsOpen] = useState(false)
  const mayManage = leads(me.role) && person.id !== me.seat && person.role !== 'facilitator'
  const words = [
    ROLE_WORDS[person.role],
    person.id === me.seat ? 'people.you' : undefined,
    person.here ? (person.status ? STATUS_WORDS[person.status] : undefined) : 'people.away',
    person.marks?.some(({ type }) => type === 'hand') ? 'people.hand' : undefined,
    person.marks?.some(({ type }) => type === 'need-time') ? 'people.needs-time' : undefined,
  ] as const
  return (
    <li className={styles.person}>
      <Avatar person={person} />
      <bdi className={styles.name}>{person.name}</bdi>
      <span className={styles.words}>
        {words
          .filter((word) => word !== undefined)
          .map((word) => t(word))
          .join(', ')}
      </span>
      {mayManage && (
        <IconButton
          label={t('people.manage', { name: person.name })}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Ellipsis size={18} aria-hidden="true" />
        </IconButton>
      )}
      {mayManage && isOpen && <PersonActions person={person} />}
    </li>
  )
}

const DoorRow = ({ person }: { readonly person: Person }) => {
  const t = useText()
  const { give } = useRoom()
  return (
    <li className={styles.person}>
      <Avatar person={person} />
      <bdi className={styles.name}>{person.name}</bdi>
      <span className={styles.actions}>
        <Button look="primary" onClick={() => void give({ type: 'admit', seat: person.id })}>
          {t('door.let-in')}
        </Button>
        <Button look="quiet" onClick={() => void give({ type: 'refuse', seat: person.id })}>
          {t('door.no')}
        </Button>
      </span>
    </li>
  )
}

/** Everyone at the session. How people are doing is shown to those who lead; who wrote what is shown to nobody. */
export const PeoplePanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { people } = useView()
  const waiting = people.filter(({ state }) => state === 'waiting')
  const seated = people
    .filter(({ state, role }) => state !== 'waiting' && role !== 'screen')
    .toSorted((a, b) => urgency(a) - urgency(b))
  return (
    <Panel title={t('people.title', { count: seated.length })} onClose={onClose}>
      {waiting.length > 0 && (
        <section className={styles.group}>
          <h3 className={styles.heading}>{t('door.waiting', { count: waiting.length })}</h3>
          <ul className={styles.list}>
            {waiting.map((person) => (
              <DoorRow key={person.id} person={person} />
            ))}
          </ul>
        </section>
      )}
      <ul className={styles.list}>
        {seated.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </Panel>
  )
}
