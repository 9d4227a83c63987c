import { LIMITS, type WorkspaceId } from '@roundel/shared/kernel'
import { X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useAsked } from '../sync/use-asked.ts'
import { type Workspace, fetchWorkspace } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { CarryChoice, type Lines, toggleLine } from '../workspace/carry-choice.tsx'
import styles from './bring-along.module.css'

const ChoicePanel = ({
  workspace,
  workspaceKey,
  chosen,
  onChange,
  onClose,
}: {
  readonly workspace: Workspace
  readonly workspaceKey: string
  readonly chosen: Lines
  readonly onChange: (chosen: Lines) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  return (
    <Panel title={t('bring.title')} onClose={onClose} place="wide">
      <div className={styles.panel}>
        <CarryChoice workspace={workspace} workspaceKey={workspaceKey} chosen={chosen} onChange={onChange} />
        <div className={styles.foot}>
          <output>{t('carry.chosen', { count: chosen.size })}</output>
          <Button look="primary" onClick={onClose}>
            {t('bring.close')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** What of its workspace is to stand in a new session from the start. Nothing is chosen beforehand. */
export const BringAlong = ({
  id,
  workspaceKey,
  chosen,
  hasDecision,
  onChange,
  onAddDecision,
}: {
  readonly id: WorkspaceId
  readonly workspaceKey: string
  readonly chosen: Lines
  /** Whether some step of the agenda decides: open actions go there by themselves. */
  readonly hasDecision: boolean
  readonly onChange: (chosen: Lines) => void
  readonly onAddDecision: (() => void) | undefined
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [reply, again] = useAsked(useCallback(() => fetchWorkspace(id, workspaceKey), [id, workspaceKey]))
  const open = reply?.ok ? reply.value.actions.length : 0
  return (
    <section className={styles.section} aria-labelledby="bring">
      <h2 id="bring" className={styles.heading}>
        {t('bring.title')}
      </h2>
      <p className={styles.about}>{t('bring.about')}</p>
      {chosen.size > 0 && (
        <ul className={styles.lines}>
          {[...chosen.values()].map((line) => (
            <li key={line.key} className={styles.line}>
              <span className={styles.words}>
                <span dir="auto">{line.text}</span> <span className={styles.kind}>{t(`carry.kind.${line.kind}`)}</span>
              </span>
              <IconButton
                label={t('bring.leave-out', { text: line.text })}
                onClick={() => onChange(toggleLine(chosen, line))}
              >
                <X size={18} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {chosen.size > LIMITS.carriedAtOnce && <Alert>{t('bring.too-many', { most: LIMITS.carriedAtOnce })}</Alert>}
      {reply && !reply.ok && (
        <Alert>{t(reply.error.code === 'not-seated' ? 'workspace.lost' : PROBLEM_TEXTS[reply.error.code])}</Alert>
      )}
      <div className={styles.acts}>
        {reply && !reply.ok ? (
          <Button onClick={again}>{t('action.try-again')}</Button>
        ) : (
          <Button aria-disabled={!reply || undefined} onClick={() => reply?.ok && setIsOpen(true)}>
            {t('bring.choose')}
          </Button>
        )}
        {open > 0 && (
          <p className={styles.about}>{t(hasDecision ? 'bring.actions' : 'bring.actions-nowhere', { count: open })}</p>
        )}
        {open > 0 && !hasDecision && onAddDecision && (
          <Button look="quiet" onClick={onAddDecision}>
            {t('bring.add-decision')}
          </Button>
        )}
      </div>
      {isOpen && reply?.ok && (
        <ChoicePanel
          workspace={reply.value}
          workspaceKey={workspaceKey}
          chosen={chosen}
          onChange={onChange}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  )
}
