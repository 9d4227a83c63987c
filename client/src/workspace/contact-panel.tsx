import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import type { ContactKind } from '@roundel/shared/workspace'
import { type FormEvent, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { ListedContact } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './panels.module.css'

const KINDS = ['client', 'research'] as const satisfies readonly ContactKind[]

/** A day as a field of a form writes it, where this device is. */
const dayOf = (at: number): string => {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The noon of a day where this device is: the day stays the same in every zone nearby. */
const momentOf = (day: string): number => new Date(`${day}T12:00`).getTime()

/** A talk or a round of asking, to be noted or changed. */
export const ContactPanel = ({
  contact,
  onClose,
}: {
  readonly contact: ListedContact | undefined
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { workspace, change } = useWorkspace()
  const [kind, setKind] = useState<ContactKind>(contact?.kind ?? 'client')
  const [who, setWho] = useState(contact?.who ?? '')
  const [day, setDay] = useState(() => dayOf(contact?.at ?? workspace.now))
  const [lines, setLines] = useState<readonly string[]>(() =>
    Array.from({ length: LIMITS.contactLines }, (_each, index) => contact?.lines[index] ?? ''),
  )
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const give = async (wanted: Parameters<typeof change>[0]): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const reply = await change(wanted)
    setIsBusy(false)
    if (!reply.ok) return setProblem(t(PROBLEM_TEXTS[reply.error.code]))
    announce(t('workspace.saved'))
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const written = lines.map(cleanLine).filter((line) => line !== '')
    const at = momentOf(day)
    if (cleanLine(who) === '' || written.length === 0 || Number.isNaN(at)) return setProblem(t('contacts.missing'))
    const fields = { kind, who: cleanLine(who), at, lines: written }
    void give(contact ? { type: 'edit-contact', contact: contact.id, ...fields } : { type: 'note-contact', ...fields })
  }
  return (
    <Panel title={t(contact ? 'contacts.edit' : 'contacts.note')} onClose={onClose} place="middle">
      <form className={styles.form} onSubmit={submit} noValidate>
        <Choice
          label={t('contacts.kind')}
          options={KINDS.map((value) => ({ value, label: t(`contacts.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={t('contacts.who')}
          hint={t('contacts.who-about')}
          placeholder={t('contacts.who-example')}
          value={who}
          maxLength={LIMITS.labelCharacters}
          onChange={({ target }) => setWho(target.value)}
        />
        <TextField
          label={t('contacts.when')}
          type="date"
          dir="ltr"
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        {lines.map((line, index) => (
          <TextField
            key={index}
            label={t('contacts.line', { number: index + 1 })}
            placeholder={index === 0 ? t('contacts.line-example') : undefined}
            value={line}
            maxLength={LIMITS.contactLineCharacters}
            onChange={({ target }) => setLines((before) => before.with(index, target.value))}
          />
        ))}
        <Alert>{problem}</Alert>
        <Button type="submit" look="primary" aria-disabled={isBusy || undefined}>
          {t('contacts.save')}
        </Button>
        {contact && (
          <Button look="quiet" onClick={() => void give({ type: 'remove-contact', contact: contact.id })}>
            {t('contacts.remove')}
          </Button>
        )}
      </form>
    </Panel>
  )
}
