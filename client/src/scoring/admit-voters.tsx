import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { takesPart } from '../people/present.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useViewPart } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './admit-voters.module.css'
import type { Vote } from './use-vote.ts'

/** Who may vote, for those who lead: late comers are let, and a device that several share gets more than one ballot. */
export const AdmitVoters = ({ vote }: { readonly vote: Vote }) => {
  const t = useText()
  const number = useNumber()
  const announce = useAnnounce()
  const { give } = useRoom()
  const people = useViewPart('people')
  const [isOpen, setIsOpen] = useState(false)
  const voters = vote.view.voters ?? {}
  const present = people.filter(takesPart)
  const admit = async (seat: SeatId, count: number): Promise<void> => {
    const reply = await give({ type: 'admit-voter', seat, people: count })
    if (!reply.ok) announce(t(PROBLEM_TEXTS[reply.error.code]), 'assertive')
  }
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        {t('score.who')}
      </Button>
      {isOpen && (
        <Panel title={t('score.who')} onClose={() => setIsOpen(false)}>
          <p className={styles.about}>{t('score.voters-about')}</p>
          <ul className={styles.list}>
            {present.map(({ id, name }) => {
              const count = voters[id] ?? 0
              return (
                <li key={id} className={styles.person}>
                  {count > 0 ? (
                    <SelectField
                      label={name}
                      hint={t('score.people-here')}
                      value={count}
                      onChange={({ target }) => void admit(id, Number(target.value))}
                    >
                      {/* A ballot that was let is not taken away again: it may be cast already. */}
                      {Array.from({ length: LIMITS.peoplePerDevice - count + 1 }, (_, index) => (
                        <option key={index} value={count + index}>
                          {number(count + index)}
                        </option>
                      ))}
                    </SelectField>
                  ) : (
                    <>
                      <bdi>{name}</bdi>
                      <Button onClick={() => void admit(id, 1)}>{t('score.let-vote')}</Button>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        </Panel>
      )}
    </>
  )
}
