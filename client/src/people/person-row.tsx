import type { Person } from '@roundel/shared/session'
import type { ReactNode } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useList, useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { Avatar } from '../ui/avatar.tsx'
import styles from './person-row.module.css'

const ROLE_WORDS: Readonly<Record<Person['role'], MessageKey | undefined>> = {
  facilitator: 'role.facilitator',
  'co-facilitator': 'role.co-facilitator',
  participant: undefined,
  observer: 'role.observer',
  screen: 'role.screen',
}

/** One person in the list: who they are, what they do here, and what else there is to say and to do. */
export const PersonRow = ({
  person,
  words = [],
  status,
  children,
}: {
  readonly person: Person
  /** More about them, in a line with what they do. */
  readonly words?: readonly (string | undefined)[]
  readonly status?: ReactNode
  readonly children?: ReactNode
}) => {
  const t = useText()
  const list = useList()
  const { me } = useView()
  const role = ROLE_WORDS[person.role]
  const known = [
    person.id === me.seat ? t('people.you') : undefined,
    role && t(role),
    person.side === 'client' ? t('people.client') : undefined,
    ...words,
  ].filter((word) => word !== undefined)
  // Commas are not the same everywhere.
  const all = list(known, { type: 'unit', style: 'short' })
  return (
    <li className={styles.person}>
      <Avatar person={person} />
      <span className={styles.who}>
        <span className={styles.name}>
          <bdi>{person.name}</bdi>
        </span>
        {all && <span className={styles.words}>{all}</span>}
      </span>
      {status}
      {children}
    </li>
  )
}
