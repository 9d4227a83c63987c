import type { Person } from '@roundel/shared/session'
import { useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { listSignals } from './hands.ts'
import styles from './hands-panel.module.css'

/** Whose hand was first, who needs time, and the way to take their signals down when they had their turn. */
export const HandsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const number = useNumber()
  const { give } = useRoom()
  const { people, me } = useView()
  const [problem, setProblem] = useState<string>()
  const { hands, needTime } = listSignals(people)
  const lower = async (whom: readonly Person[], isLast: boolean): Promise<void> => {
    const reply = await give({ type: 'lower-hands', seats: whom.map(({ id }) => id) })
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (reply.ok && isLast) onClose()
  }
  const groups = [
    { title: t('hands.hands'), list: hands, isOrdered: true },
    { title: t('hands.time'), list: needTime, isOrdered: false },
  ]
  const all = [...new Set([...hands, ...needTime])]
  return (
    <Panel title={t('hands.title')} onClose={onClose}>
      <Alert>{problem}</Alert>
      {all.length === 0 && <p className={styles.none}>{t('hands.none')}</p>}
      {groups.map(
        ({ title, list, isOrdered }) =>
          list.length > 0 && (
            <section key={title} className={styles.group}>
              <h3 className={styles.heading}>{title}</h3>
              <ol className={styles.list}>
                {list.map((person) => (
                  <li key={person.id} className={styles.person}>
                    {isOrdered && <span className={styles.place}>{number(person.hand ?? 0)}</span>}
                    <Avatar person={person} />
                    <span className={styles.name}>
                      <bdi>{person.name}</bdi>
                    </span>
                    {me.can['lower-hands'] && (
                      <Button
                        look="quiet"
                        aria-label={t('hands.lower-this', { name: person.name })}
                        onClick={() => void lower([person], all.length === 1)}
                      >
                        {t('hands.lower')}
                      </Button>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          ),
      )}
      {me.can['lower-hands'] && all.length > 1 && (
        <Button onClick={() => void lower(all, true)}>{t('hands.lower-all')}</Button>
      )}
    </Panel>
  )
}
