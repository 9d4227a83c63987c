import { type ItemId, LIMITS, cleanLine } from '@roundel/shared/kernel'
import type { ActionView, Owner } from '@roundel/shared/methods/decide'
import type { Command, Person } from '@roundel/shared/session'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import { TextField } from '../../ui/field.tsx'
import { useToday } from '../day.ts'
import styles from './decide.module.css'
import { DueField } from './due-field.tsx'
import { GivePanel } from './give-panel.tsx'
import { OwnerField } from './owner-field.tsx'
import { useIdeaWords } from './use-ideas.ts'

/** What an action says, as commands that add or change it carry it. */
type Fields = Omit<Extract<Command, { readonly type: 'add-action' }>, 'type'>

const LINES = [
  ['hypothesis', 'decide.hypothesis', 'decide.hypothesis-example'],
  ['metric', 'decide.metric', 'decide.metric-example'],
  ['baseline', 'decide.baseline', 'decide.baseline-example'],
] as const

/** Asks what will be done, by whom and until when, and how one will know that it helped. */
export const ActionForm = ({
  action,
  owner: first,
  people,
  ideas,
  title,
  toCommand,
  onClose,
}: {
  /** What stands there already; absent for a new one. */
  readonly action?: ActionView
  readonly owner: Owner
  /** Who can own it; absent where it can only be one's own. */
  readonly people?: readonly Pick<Person, 'id' | 'name'>[] | undefined
  /** The ideas that it can come of. */
  readonly ideas: readonly ItemId[]
  readonly title: string
  readonly toCommand: (fields: Fields) => Command
  readonly onClose: () => void
}) => {
  const t = useText()
  const wordsOf = useIdeaWords()
  const { inAMonth } = useToday()
  const [text, setText] = useState(action?.text ?? '')
  const [owner, setOwner] = useState(first)
  const [due, setDue] = useState<string | null>(action ? (action.due ?? null) : inAMonth)
  const [lines, setLines] = useState({
    hypothesis: action?.hypothesis ?? '',
    metric: action?.metric ?? '',
    baseline: action?.baseline ?? '',
  })
  const [items, setItems] = useState<readonly ItemId[]>(action?.items ?? (ideas.length === 1 ? ideas : []))
  const clean = cleanLine(text)
  const isOwned = 'seat' in owner || cleanLine(owner.outside) !== ''
  const offered = [...new Set([...ideas, ...items])]
  return (
    <GivePanel
      title={title}
      button={t('decide.action-save')}
      command={clean && isOwned && due !== '' ? toCommand({ text: clean, owner, due, ...lines, items }) : undefined}
      onClose={onClose}
    >
      <TextField
        label={t('decide.action-text')}
        hint={t('decide.action-text-about')}
        maxLength={LIMITS.actionCharacters}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {people && <OwnerField value={owner} people={people} former={action?.owner} onChange={setOwner} />}
      <DueField value={due} preset={inAMonth} onChange={setDue} />
      {offered.length > 0 && (
        <fieldset className={styles.choices}>
          <legend className={styles.subheading}>{t('decide.action-ideas')}</legend>
          {offered.map((id) => (
            <Check
              key={id}
              label={wordsOf(id)}
              checked={items.includes(id)}
              onChange={(isOn) => setItems(isOn ? [...items, id] : items.filter((other) => other !== id))}
            />
          ))}
        </fieldset>
      )}
      <details className={styles.more} open={Object.values(lines).some(Boolean)}>
        <summary>{t('decide.action-more')}</summary>
        <div className={styles.form}>
          {LINES.map(([name, label, example]) => (
            <TextField
              key={name}
              label={t(label)}
              placeholder={t(example)}
              maxLength={LIMITS.actionCharacters}
              value={lines[name]}
              onChange={({ target }) => setLines({ ...lines, [name]: target.value })}
            />
          ))}
        </div>
      </details>
    </GivePanel>
  )
}
