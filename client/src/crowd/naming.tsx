import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { useId, useState } from 'react'
import { useList, useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'

import styles from './naming.module.css'

/** Chooses who makes the groups, in the place of those who do so far. */
const NamingPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const announce = useAnnounce()
  const list = useList()
  const { give } = useRoom()
  const { step, people } = useView()
  const about = useId()
  const [first] = useState(() => new Set(step?.named))
  const [chosen, setChosen] = useState<ReadonlySet<SeatId>>(first)
  const [problem, setProblem] = useState<string>()
  // In an order that stays while one chooses: who is named already, then as they came.
  const eligible = people
    .filter(({ role, state }) => role === 'participant' && state !== 'waiting')
    .toSorted((one, other) => Number(first.has(other.id)) - Number(first.has(one.id)))
  const named = eligible.filter(({ id }) => chosen.has(id))
  const choose = (id: SeatId, isChosen: boolean): void => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const save = async (): Promise<void> => {
    const reply = await give({ type: 'name-some', seats: named.map(({ id }) => id) })
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    announce(t('naming.saved', { names: list(named.map(({ name }) => name)) }))
    onClose()
  }
  return (
    <Panel title={t('naming.title')} onClose={onClose}>
      <p id={about} className={styles.about}>
        {t('naming.about', { most: LIMITS.namedAtMost })}
      </p>
      <ul className={styles.list} aria-describedby={about}>
        {eligible.map((person) => (
          <li key={person.id}>
            <label className={styles.person}>
              <input
                type="checkbox"
                className={styles.box}
                aria-labelledby={`${about}-${person.id}`}
                aria-describedby={person.here ? undefined : `${about}-${person.id}-away`}
                checked={chosen.has(person.id)}
                onChange={({ target }) => choose(person.id, target.checked)}
              />
              <Avatar person={person} size="small" />
              <bdi id={`${about}-${person.id}`} className={styles.name}>
                {person.name}
              </bdi>
              {!person.here && (
                <span id={`${about}-${person.id}-away`} className={styles.away}>
                  {t('people.away')}
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Alert>{problem}</Alert>
        <Button
          look="primary"
          wide
          disabled={named.length === 0 || named.length > LIMITS.namedAtMost}
          onClick={() => void save()}
        >
          {t('naming.save', { count: named.length })}
        </Button>
      </div>
    </Panel>
  )
}

/** For those who lead: the way to choose who makes the groups. */
export const Naming = () => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.choose} onClick={() => setIsOpen(true)}>
        {t('naming.choose')}
      </button>
      {isOpen && <NamingPanel onClose={() => setIsOpen(false)} />}
    </>
  )
}
