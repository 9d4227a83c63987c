import type { Person } from '@roundel/shared/session'
import { Check, CloudOff, Hand, Hourglass, type LucideIcon, PenLine, Turtle } from 'lucide-react'
import type { MessageKey } from '../../i18n/message-key.ts'
import { useNumber, useText } from '../../i18n/text.ts'
import { joinClasses } from '../../ui/classes.ts'
import { type Need, needsOf } from './attention.ts'
import styles from './status-words.module.css'

const NEEDS: Readonly<Record<Need, readonly [MessageKey, LucideIcon]>> = {
  hand: ['people.hand', Hand],
  'need-time': ['people.needs-time', Hourglass],
  away: ['people.away', CloudOff],
  quiet: ['people.quiet', Turtle],
}

const GOING_WELL = { writing: ['people.writing', PenLine], ready: ['people.ready', Check] } as const

/** How somebody is doing, each as a word with an icon. Never what, nor how much, they wrote. */
export const StatusWords = ({ person }: { readonly person: Person }) => {
  const t = useText()
  const number = useNumber()
  const needs = needsOf(person)
  const well =
    person.here && (person.status === 'writing' || person.status === 'ready') ? GOING_WELL[person.status] : undefined
  const [word, Icon] = well ?? []
  return (
    <span className={styles.all}>
      {needs.map((need) => {
        const [needWord, NeedIcon] = NEEDS[need]
        return (
          <span key={need} className={joinClasses(styles.status, styles.need)}>
            <NeedIcon size={15} aria-hidden="true" />
            {t(needWord)}
            {need === 'hand' && person.hand !== undefined && ` ${number(person.hand)}`}
          </span>
        )
      })}
      {word && Icon && (
        <span className={styles.status}>
          <Icon size={15} aria-hidden="true" />
          {t(word)}
        </span>
      )}
    </span>
  )
}
