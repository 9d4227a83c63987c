import { useEffect, useRef, useState } from 'react'
import { isolateAs } from '../../i18n/isolate.ts'
import { directionOf } from '../../i18n/language.ts'
import { useLanguage, useList, useText } from '../../i18n/text.ts'
import { useIsPhone } from '../../board/use-phone.ts'
import { LiveRegions, useAnnounceOnce } from '../../ui/announcer.tsx'
import type { AvatarPerson } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { SeatTravel, type TableMark } from './seat-travel.tsx'
import type { Sitter } from './sitter.ts'
import { TableDisc } from './table-disc.tsx'
import styles from './moment.module.css'

/** Where somebody goes next. */
export interface NextTable {
  /** The table that they leave; undefined for whoever comes from nowhere. */
  readonly from: TableMark | undefined
  readonly number: number
  readonly sign: TableMark['sign']
  readonly name: string
  readonly title: string
  /** Where it stands, in the house. */
  readonly place?: string | undefined
  readonly others: readonly Sitter[]
}

/** Who sits at a table, in words, the host first and called so. */
export const useCompany = (): ((others: readonly Sitter[]) => string) => {
  const t = useText()
  const list = useList()
  const direction = directionOf(useLanguage())
  return (others) => {
    const hosts = others
      .filter(({ isHost }) => isHost)
      .map(({ name }) => isolateAs(direction, t('cafe.as-host', { name })))
    const guests = others.filter(({ isHost }) => !isHost).map(({ name }) => name)
    return list([...hosts, ...guests])
  }
}

/**
 * The moment of rotation: over the whole screen one's next table, with whom, and one button. Escape means the same as the
 * button; whoever does nothing is moved all the same.
 */
export const Moment = ({
  next,
  me,
  seconds,
  onArrive,
}: {
  readonly next: NextTable
  readonly me: AvatarPerson & { readonly id: Sitter['id'] }
  /** Until one is moved anyway; undefined while no clock says so. */
  readonly seconds: number | undefined
  readonly onArrive: () => void
}) => {
  const t = useText()
  const company = useCompany()
  const isPhone = useIsPhone()
  const dialog = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState<HTMLDialogElement | null>(null)
  const { number, sign, name, title, place, others, from } = next
  const fresh = others.filter(({ isNew }) => isNew).length
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    element?.querySelector('button')?.focus()
    setShown(element)
    return () => element?.close()
  }, [])
  const withWhom = others.length > 0 ? t('cafe.with', { names: company(others) }) : t('cafe.first-there')
  // For each table, however those who sit there come and go meanwhile.
  useAnnounceOnce(title, t('cafe.next-table-says', { table: title, company: withWhom }), 'assertive')
  const self: Sitter = { ...me, isHost: false }
  return (
    <dialog
      ref={dialog}
      className={styles.moment}
      aria-labelledby="next-table"
      onCancel={(event) => {
        event.preventDefault()
        onArrive()
      }}
    >
      <div className={styles.inside}>
        <p className={styles.lead}>{t('cafe.next-table')}</p>
        {isPhone ? (
          <TableDisc number={number} sign={sign} people={[...others, self]} me={me.id} size="large" />
        ) : (
          <SeatTravel from={from} to={{ number, sign }} me={me} others={others} />
        )}
        <h2 id="next-table" className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.company}>{withWhom}</p>
        {fresh > 0 && <p className={styles.fresh}>{t('cafe.new-to-you', { count: fresh })}</p>}
        {place && <p className={styles.fresh}>{t('cafe.stands-at', { place })}</p>}
        <Button look="primary" large className={styles.here} onClick={onArrive}>
          {t('cafe.arrive')}
        </Button>
        <p className={styles.seconds} role="timer" aria-live="off">
          {seconds !== undefined && seconds > 0 && t('cafe.moving-in', { count: seconds })}
        </p>
      </div>
      {shown && <LiveRegions panel={shown} />}
    </dialog>
  )
}
