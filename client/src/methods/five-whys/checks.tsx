import type { SeatId } from '@roundel/shared/kernel'
import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { type Check, FINDINGS, type Finding, isOverdue } from '@roundel/shared/methods/five-whys'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { takesPart } from '../../people/present.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Choice } from '../../ui/choice.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useDayWords, useToday } from '../day.ts'
import { FormPanel } from './form-panel.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import styles from './whys.module.css'
import { FINDING_WORDS } from './words.ts'

const OwnerField = ({ value, onChange }: { readonly value: SeatId; readonly onChange: (seat: SeatId) => void }) => {
  const t = useText()
  const { people, nameOf } = useWhys()
  const known = people.filter(takesPart)
  return (
    <SelectField
      label={t('whys.check-owner')}
      value={value}
      onChange={(event) => onChange(event.target.value as SeatId)}
    >
      {!known.some(({ id }) => id === value) && <option value={value}>{nameOf(value)}</option>}
      {known.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

const DueField = ({ value, onChange }: { readonly value: string; readonly onChange: (day: string) => void }) => {
  const t = useText()
  return (
    <TextField
      label={t('whys.check-due')}
      type="date"
      dir="ltr"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Nobody here knows: somebody goes and sees, until a day. */
export const CheckPanel = ({ cause, onClose }: { readonly cause: Check['cause']; readonly onClose: () => void }) => {
  const t = useText()
  const { seat } = useWhys()
  const { inAWeek } = useToday()
  const [question, setQuestion] = useState('')
  const [owner, setOwner] = useState(seat)
  const [due, setDue] = useState(inAWeek)
  const clean = cleanLine(question)
  return (
    <FormPanel
      title={t('whys.check-title')}
      about={<Quoted item={cause} />}
      button={t('whys.check-add')}
      onClose={onClose}
      command={clean && due ? { type: 'add-check', cause, question: clean, owner, due } : undefined}
    >
      <TextField
        label={t('whys.check-question')}
        placeholder={t('whys.check-like')}
        maxLength={LIMITS.questionCharacters}
        value={question}
        onChange={(event) => setQuestion(event.target.value)}
      />
      <OwnerField value={owner} onChange={setOwner} />
      <DueField value={due} onChange={setDue} />
    </FormPanel>
  )
}

const ClosePanel = ({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) => {
  const t = useText()
  const [text, setText] = useState('')
  const [finding, setFinding] = useState<Finding>('supports')
  const clean = cleanLine(text)
  return (
    <FormPanel
      title={t('whys.check-close')}
      about={
        <>
          <Quoted item={check.cause} />
          <p dir="auto">{check.question}</p>
        </>
      }
      button={t('whys.check-close-do')}
      onClose={onClose}
      command={clean ? { type: 'close-check', check: check.id, text: clean, finding } : undefined}
    >
      <TextField
        label={t('whys.check-found')}
        maxLength={LIMITS.questionCharacters}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Choice
        label={t('whys.check-finding')}
        options={FINDINGS.map((value) => ({ value, label: t(FINDING_WORDS[value]) }))}
        value={finding}
        onChange={setFinding}
        hint={t('whys.check-finding-about')}
      />
    </FormPanel>
  )
}

const EditPanel = ({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) => {
  const t = useText()
  const [owner, setOwner] = useState(check.owner)
  const [due, setDue] = useState(check.due)
  return (
    <FormPanel
      title={t('whys.check-edit')}
      about={<p dir="auto">{check.question}</p>}
      button={t('action.save')}
      onClose={onClose}
      command={
        due
          ? {
              type: 'edit-check',
              check: check.id,
              ...(owner !== check.owner && { owner }),
              ...(due !== check.due && { due }),
            }
          : undefined
      }
    >
      <OwnerField value={owner} onChange={setOwner} />
      <DueField value={due} onChange={setDue} />
    </FormPanel>
  )
}

const CheckRow = ({ check, showsCause }: { readonly check: Check; readonly showsCause: boolean }) => {
  const t = useText()
  const dayWords = useDayWords()
  const { today } = useToday()
  const { nameOf, say, seat, steers, may } = useWhys()
  const [open, setOpen] = useState<'close' | 'edit'>()
  const { result } = check
  const isTheirs = check.owner === seat || steers
  const isLate = isOverdue(check, today)
  return (
    <li className={styles.entry}>
      {showsCause && (
        <p className={styles.small} dir="auto" translate="yes">
          {say(check.cause)}
        </p>
      )}
      <p className={styles.strong} dir="auto" translate="yes">
        {check.question}
      </p>
      <p className={styles.chips}>
        <Chip>
          <bdi>{nameOf(check.owner)}</bdi>
        </Chip>
        {result ? (
          <Chip tone={result.finding === 'supports' ? 'ok' : 'warn'}>{t(FINDING_WORDS[result.finding])}</Chip>
        ) : (
          <Chip {...(isLate && { tone: 'warn' })}>
            <CalendarClock size={14} aria-hidden="true" />
            {t(isLate ? 'whys.check-late' : 'whys.check-until', { day: dayWords(check.due) })}
          </Chip>
        )}
      </p>
      {result && (
        <p dir="auto" translate="yes">
          {result.text}
        </p>
      )}
      {!result && isTheirs && (may('close-check') || may('edit-check')) && (
        <p className={styles.acts}>
          {may('close-check') && <Button onClick={() => setOpen('close')}>{t('whys.check-close')}</Button>}
          {may('edit-check') && (
            <Button look="quiet" onClick={() => setOpen('edit')}>
              {t('whys.check-edit')}
            </Button>
          )}
        </p>
      )}
      {open === 'close' && <ClosePanel check={check} onClose={() => setOpen(undefined)} />}
      {open === 'edit' && <EditPanel check={check} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

/** Checks with who finds out and until when: the open ones first, the oldest day before the others. */
export const CheckList = ({
  checks,
  showsCause = false,
}: {
  readonly checks: readonly Check[]
  readonly showsCause?: boolean
}) => {
  const rank = ({ result, due }: Check): string => `${result ? 1 : 0} ${due}`
  return (
    <ul className={styles.entries}>
      {checks
        .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
        .map((check) => (
          <CheckRow key={check.id} check={check} showsCause={showsCause} />
        ))}
    </ul>
  )
}
