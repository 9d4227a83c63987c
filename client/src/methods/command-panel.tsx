import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import type { CommandBody } from '../sync/commands.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './command-panel.module.css'

/** What a panel that gives one command is filled with, by whichever method. */
export interface CommandPanelProps {
  readonly title: string
  readonly about?: ReactNode
  readonly button: string
  /** What is given; undefined while something is missing. */
  readonly command: CommandBody | undefined
  readonly onClose: () => void
  readonly onDone?: () => void
  readonly children?: ReactNode
}

/** A panel that gives one command. It closes when the command was taken, and keeps what was typed when it was not. */
export const CommandPanel = ({
  title,
  about,
  button,
  command,
  send,
  isBusy,
  problem,
  onClose,
  onDone,
  children,
}: CommandPanelProps & {
  /** Gives it, and answers whether it was taken. */
  readonly send: (command: CommandBody) => Promise<boolean>
  readonly isBusy: boolean
  /** Why it was not, in the words of the method. */
  readonly problem: string | undefined
}) => {
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  // The panel was opened to fill this in; a dialog by itself begins with its first button.
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!command || isBusy || !(await send(command))) return
    onDone?.()
    onClose()
  }
  return (
    <Panel title={title} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
        {about}
        {children}
        <Alert>{problem}</Alert>
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
