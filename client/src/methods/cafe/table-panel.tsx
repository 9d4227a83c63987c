import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { useCloth } from '../../sync/cloth.ts'
import { Alert } from '../../ui/alert.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCafe } from './cafe-model.ts'
import { CallLink } from './call-link.tsx'
import { ChangeTable } from './change-table.tsx'
import { ClothNotes, listOnCloth } from './cloth-notes.tsx'
import { Heard } from './heard.tsx'
import styles from './cafe.module.css'
import { type PersonAct, PersonSelect } from './person-select.tsx'
import type { Sitter } from './sitter.ts'
import type { TableLook } from './table-look.ts'
import { TableSign } from './table-sign.tsx'
import { usePress } from './use-press.ts'

/** A table as it is visited by those who lead: who sits there, its call, what was handed over, what lies on its cloth. */
export const TablePanel = ({
  table,
  onClose,
  children,
}: {
  readonly table: TableLook
  readonly onClose: () => void
  readonly children?: ReactNode
}) => {
  const t = useText()
  const { press, problem } = usePress()
  const cloth = useCloth(table.id)
  const { may, view, isInRound, tableOf } = useCafe()
  const acts = (person: Sitter): readonly ('host' | 'next-host')[] =>
    person.isHost
      ? []
      : [
          ...(may('set-host') ? (['host'] as const) : []),
          ...(may('name-next-host') && view.hosts === 'relay' && isInRound ? (['next-host'] as const) : []),
        ]
  const act = (person: Sitter, chosen: PersonAct): void => {
    switch (chosen.type) {
      case 'move':
        return void press(
          { type: 'move-person', seat: person.id, table: chosen.table, when: 'now' },
          t('cafe.moved', { name: person.name, number: tableOf(chosen.table)?.number ?? 0 }),
        )
      case 'host':
        return void press(
          { type: 'set-host', table: table.id, seat: person.id },
          t('cafe.is-host', { name: person.name }),
        )
      case 'next-host':
        return void press({ type: 'name-next-host', table: table.id, seat: person.id })
    }
  }
  const items = listOnCloth(cloth.items)
  const { people, question } = table
  return (
    <Panel title={table.title} sign={<TableSign sign={table.sign} />} place="wide" onClose={onClose}>
      {question && (
        <p className={styles.asked} dir="auto" translate="yes">
          {question}
        </p>
      )}
      <Alert>{problem}</Alert>
      <section aria-labelledby="cafe-there">
        <h3 id="cafe-there" className={styles.subheading}>
          {t('cafe.people-there', { count: people.length })}
        </h3>
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.id} className={styles.person}>
              <Avatar person={person} />
              <span className={styles.personName}>
                <bdi>{person.name}</bdi>
              </span>
              {person.isHost && <Chip>{t('cafe.host')}</Chip>}
              {may('move-person') && (
                <PersonSelect
                  person={person}
                  at={table.id}
                  acts={acts(person)}
                  onAct={(chosen) => act(person, chosen)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <CallLink table={table} />
      {children}
      <Heard cloth={cloth.content} table={table} />
      <ChangeTable table={table} press={press} />
      {cloth.isSynced && (
        <section aria-labelledby="cafe-cloth">
          <h3 id="cafe-cloth" className={styles.subheading}>
            {t('cafe.on-cloth', { count: items.length })}
          </h3>
          <ClothNotes label={t('cafe.on-cloth', { count: items.length })} items={items} />
        </section>
      )}
    </Panel>
  )
}
