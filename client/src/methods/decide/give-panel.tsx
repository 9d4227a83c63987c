import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import type { CommandBody } from '../../sync/commands.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './decide.module.css'
import { useGive } from './use-give.ts'

/** A panel that gives one command. It closes when the command was taken, and keeps what was typed when it was not. */
export const GivePanel = ({
  title,
  button,
  command,
  onClose,
  children,
}: {
  readonly title: string
  readonly button: string
  /** What is given; undefined while something is missing. */
  readonly command: CommandBody | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const form = useRef<HTMLFormElement>(null)
  // The panel was opened to fill this in; a dialog by itself begins with its first button.
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (command && !isBusy && (await send(command))) onClose()
  }
  return (
    <Panel title={title} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        {children}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" look="primary" disabled={!command || isBusy}>
            {button}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
