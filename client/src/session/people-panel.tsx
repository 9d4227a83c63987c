import { UserRoundPen } from 'lucide-react'
import { Suspense, useState } from 'react'
import { LEADING } from '../i18n/catalogue.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { isSeated } from '../people/present.ts'
import { useView } from '../sync/room-context.ts'
import { IconButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { isNamed } from '../people/find-person.ts'
import { MySeat } from '../people/my-seat.tsx'
import styles from './people-panel.module.css'
import { PersonRow } from '../people/person-row.tsx'
import { SubPanel } from '../people/sub-panel.tsx'

const LeadingPeople = laterPart(async () => (await import('../facilitator/people/leading-people.tsx')).LeadingPeople)

/** What everybody sees of the others: who is here, in the order in which they came. Nothing of how they are doing. */
const EverybodysList = ({ wanted, onMySeat }: { readonly wanted: string; readonly onMySeat: () => void }) => {
  const t = useText()
  const { people, me } = useView()
  const shown = people.filter(({ role, name }) => role !== 'screen' && isNamed(name, wanted))
  if (shown.length === 0) return <p className={styles.nobody}>{t('people.nobody')}</p>
  return (
    <ul className={styles.list}>
      {shown.map((person) => (
        <PersonRow key={person.id} person={person} words={[person.place]}>
          {person.id === me.seat && (
            <IconButton label={t('seat.mine')} onClick={onMySeat}>
              <UserRoundPen size={18} aria-hidden="true" />
            </IconButton>
          )}
        </PersonRow>
      ))}
    </ul>
  )
}

/**
 * Everyone at the session. How people are doing, and what can be done about it, is for those who lead; who wrote what is
 * shown to nobody.
 */
export const PeoplePanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { people, me } = useView()
  const [wanted, setWanted] = useState('')
  const [isAtMySeat, setIsAtMySeat] = useState(false)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const count = people.filter(isSeated).length
  const find = (
    <TextField
      label={t('people.find')}
      type="search"
      autoComplete="off"
      value={wanted}
      onChange={(event) => setWanted(event.target.value)}
    />
  )
  return (
    <Panel title={t('people.title', { count })} onClose={onClose}>
      {isAtMySeat ? (
        <SubPanel title={t('seat.mine')} onBack={() => setIsAtMySeat(false)}>
          <MySeat />
        </SubPanel>
      ) : leads ? (
        <Suspense fallback={find}>
          <MoreTexts from={LEADING}>
            <LeadingPeople find={find} wanted={wanted} onMySeat={() => setIsAtMySeat(true)} />
          </MoreTexts>
        </Suspense>
      ) : (
        <>
          {find}
          <EverybodysList wanted={wanted} onMySeat={() => setIsAtMySeat(true)} />
        </>
      )}
    </Panel>
  )
}
