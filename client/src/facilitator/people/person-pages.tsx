import { LIMITS, cleanLine, unreachable } from '@roundel/shared/kernel'
import type { Person } from '@roundel/shared/session'
import { type FormEvent, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PersonalLink } from '../../session/another-device.tsx'
import { SubPanel } from '../../people/sub-panel.tsx'
import { WhereSomebodySits } from '../../people/where-somebody-sits.tsx'
import { useView } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './person-pages.module.css'
import type { PersonPage } from './person-menu.tsx'
import { usePress } from '../use-press.ts'

interface PageOf {
  readonly person: Person
  readonly onDone: () => void
}

const Rename = ({ person, onDone }: PageOf) => {
  const t = useText()
  const { press, problem } = usePress({ isAloud: false })
  const [name, setName] = useState(person.name)
  const clean = cleanLine(name)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (clean && (clean === person.name || (await press({ type: 'rename', seat: person.id, name: clean })))) onDone()
  }
  return (
    <form className={styles.page} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('people.new-name')}
        value={name}
        maxLength={LIMITS.nameCharacters}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        error={problem}
      />
      <Button type="submit" look="primary" disabled={!clean}>
        {t('action.save')}
      </Button>
    </form>
  )
}

/** Two seats of one person become one. It is for good, so the button names both. */
const SamePerson = ({ person, onDone }: PageOf) => {
  const t = useText()
  const { people, me } = useView()
  const { press, problem } = usePress({ isAloud: false })
  const [chosen, setChosen] = useState<string>()
  const others = people.filter(
    ({ id, role, state }) =>
      id !== person.id && id !== me.seat && state !== 'waiting' && (role === 'participant' || role === 'observer'),
  )
  const other = others.find(({ id }) => id === chosen)
  const merge = async (): Promise<void> => {
    if (other && (await press({ type: 'merge-seats', seat: person.id, other: other.id, name: other.name }))) onDone()
  }
  if (others.length === 0) return <p className={styles.about}>{t('people.same-nobody')}</p>
  return (
    <div className={styles.page}>
      <p className={styles.about}>{t('people.same-about', { name: person.name })}</p>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('people.same-choose')}</legend>
        {others.map(({ id, name, here }) => (
          <label key={id} className={styles.choice}>
            <input type="radio" name="same-person" checked={id === chosen} onChange={() => setChosen(id)} />
            <span className={styles.name}>
              <bdi>{name}</bdi>
            </span>
            {!here && <span className={styles.about}>{t('people.away')}</span>}
          </label>
        ))}
      </fieldset>
      <Alert>{problem}</Alert>
      <Button look="danger" disabled={!other} onClick={() => void merge()}>
        {other ? t('people.same-do', { other: other.name, name: person.name }) : t('people.same-choose')}
      </Button>
    </div>
  )
}

const HandOver = ({ person, onDone }: PageOf) => {
  const t = useText()
  const { press, problem } = usePress({ isAloud: false })
  return (
    <div className={styles.page}>
      <p className={styles.about}>{t('people.hand-over-about', { name: person.name })}</p>
      <Alert>{problem}</Alert>
      <Button
        look="primary"
        onClick={() => void press({ type: 'hand-over', seat: person.id }).then((isDone) => isDone && onDone())}
      >
        {t('people.hand-over-do', { name: person.name })}
      </Button>
    </div>
  )
}

const Page = ({ page, ...rest }: PageOf & { readonly page: PersonPage }) => {
  const t = useText()
  const { person } = rest
  switch (page) {
    case 'rename':
      return <Rename {...rest} />
    case 'where':
      return (
        <WhereSomebodySits seat={person.id} department={person.department} place={person.place} onSaved={rest.onDone} />
      )
    case 'device':
      return (
        <div className={styles.page}>
          <p className={styles.about}>{t('people.device-about', { name: person.name })}</p>
          <PersonalLink seat={person.id} />
        </div>
      )
    case 'same':
      return <SamePerson {...rest} />
    case 'hand-over':
      return <HandOver {...rest} />
    default:
      return unreachable(page)
  }
}

const TITLES = {
  rename: 'people.title-rename',
  where: 'people.title-where',
  device: 'people.title-device',
  same: 'people.title-same',
  'hand-over': 'people.title-hand-over',
} as const

/** One thing that is done about a person, on a page of its own in the panel. */
export const PersonPages = ({
  page,
  person,
  onBack,
}: {
  readonly page: PersonPage
  readonly person: Person
  readonly onBack: () => void
}) => {
  const t = useText()
  return (
    <SubPanel title={t(TITLES[page], { name: person.name })} onBack={onBack}>
      <Page page={page} person={person} onDone={onBack} />
    </SubPanel>
  )
}
