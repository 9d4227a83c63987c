import type { SessionId } from '@roundel/shared/kernel'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { type Workspace, carryInto } from '../sync/workspaces.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { CarryChoice, type Lines } from './carry-choice.tsx'
import styles from './panels.module.css'

/** Chooses what of earlier sessions and of the log of contacts is to stand in a session. */
export const CarryPanel = ({
  workspace,
  workspaceKey,
  into,
  onClose,
}: {
  readonly workspace: Workspace
  readonly workspaceKey: string
  readonly into: SessionId
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const [chosen, setChosen] = useState<Lines>(new Map())
  const [failed, setFailed] = useState<string>()
  const [done, setDone] = useState<number>()
  const bring = async (): Promise<void> => {
    const from = [...chosen.values()].map(({ origin }) => origin)
    const reply = await carryInto(workspace.id, workspaceKey, into, from)
    if (!reply.ok) return setFailed(t(PROBLEM_TEXTS[reply.error.code]))
    setFailed(undefined)
    setDone(reply.value)
    setChosen(new Map())
    announce(t('carry.done', { count: reply.value }))
  }
  return (
    <Panel title={t('carry.title')} onClose={onClose} place="wide">
      <div className={styles.form}>
        <p className={styles.about}>{t('carry.about')}</p>
        <CarryChoice
          workspace={workspace}
          workspaceKey={workspaceKey}
          but={into}
          chosen={chosen}
          onChange={setChosen}
        />
        <div className={styles.foot}>
          <output>
            {done !== undefined && chosen.size === 0
              ? t('carry.done', { count: done })
              : t('carry.chosen', { count: chosen.size })}
          </output>
          <Button look="primary" disabled={chosen.size === 0} onClick={() => void bring()}>
            {t('carry.do')}
          </Button>
        </div>
        <Alert>{failed}</Alert>
      </div>
    </Panel>
  )
}
