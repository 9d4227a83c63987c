import { RELATIONS, type Relation } from '@roundel/shared/board'
import { type ItemId, LIMITS, asId, cleanLine } from '@roundel/shared/kernel'
import { Waypoints } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useRoom, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './connect-form.module.css'
import { useRandom } from './random-context.ts'
import { RELATION_TEXTS } from './relations.ts'
import { ThingOptions } from './thing-options.tsx'

/** Two things, a relation, and one line that says how they belong together. Two lists and a field, so all of it by keys. */
export const ConnectForm = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const { me } = useView()
  const { pair, setPair, items } = useRandom()
  const [relation, setRelation] = useState<Relation>('similarity')
  const [line, setLine] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const begin = useRef<HTMLFormElement>(null)
  if (!me.can['connect']) return null
  const isThere = (id: ItemId | undefined): id is ItemId => id !== undefined && items.get(id)?.state === 'published'
  const first = isThere(pair.first) ? pair.first : undefined
  const second = isThere(pair.second) ? pair.second : undefined
  const text = cleanLine(line)
  const isReady = first !== undefined && second !== undefined && text !== '' && !isBusy
  const connect = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isReady) return
    setIsBusy(true)
    const reply = await give({ type: 'connect', from: first, to: second, relation, text })
    setIsBusy(false)
    setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
    if (!reply.ok) return
    announce(t('random.connected'))
    setLine('')
    setPair({})
    begin.current?.querySelector('select')?.focus()
  }
  const slot = (name: 'first' | 'second', id: ItemId | undefined, other: ItemId | undefined) => (
    <SelectField
      label={t(`random.${name}`)}
      value={id ?? ''}
      onChange={({ target }) =>
        setPair((before) => ({ ...before, [name]: target.value === '' ? undefined : asId<'item'>(target.value) }))
      }
    >
      <option value="">{t('random.choose')}</option>
      <ThingOptions without={new Set(other === undefined ? [] : [other])} />
    </SelectField>
  )
  return (
    <form ref={begin} className={styles.form} onSubmit={(event) => void connect(event)}>
      {slot('first', first, second)}
      {slot('second', second, first)}
      <Choice
        label={t('random.relation')}
        options={RELATIONS.map((value) => ({ value, label: t(RELATION_TEXTS[value]) }))}
        value={relation}
        onChange={setRelation}
      />
      <TextField
        label={t('random.line')}
        value={line}
        maxLength={LIMITS.connectionCharacters}
        error={problem}
        onChange={({ target }) => {
          setLine(target.value)
          setProblem(undefined)
        }}
      />
      <Button look="primary" wide type="submit" disabled={!isReady}>
        <Waypoints size={18} aria-hidden="true" />
        {t('random.connect-press')}
      </Button>
    </form>
  )
}
