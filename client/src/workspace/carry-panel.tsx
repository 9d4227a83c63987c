import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { Origin } from '@roundel/shared/session'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { type Carriable, type Workspace, carryInto, fetchCarriables } from '../sync/workspaces.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { SelectField } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './panels.module.css'

/** The log of contacts, as a place to bring something from. */
const LOG = 'contacts'

interface Line {
  readonly key: string
  readonly origin: Origin
  readonly text: string
  readonly kind: Carriable['kind']
}

const linesOfLog = ({ contacts }: Workspace): readonly Line[] =>
  contacts.flatMap(({ id, lines }) =>
    lines.map((text, line): Line => ({
      key: `${id} ${line}`,
      origin: { type: 'contact', contact: id, line },
      text,
      kind: 'insight',
    })),
  )

const useLines = (
  workspace: Workspace,
  workspaceKey: string,
  place: string,
): { readonly lines: readonly Line[] | undefined; readonly problem: string | undefined } => {
  const t = useText()
  const [fetched, setFetched] = useState<{ readonly place: string; readonly lines: readonly Line[] }>()
  const [problem, setProblem] = useState<string>()
  const id: WorkspaceId = workspace.id
  useEffect(() => {
    if (place === LOG) return
    let wanted = true
    const session = place as SessionId
    void fetchCarriables(id, workspaceKey, session).then((reply) => {
      if (!wanted) return
      setProblem(reply.ok ? undefined : t(PROBLEM_TEXTS[reply.error.code]))
      const items = reply.ok ? reply.value : []
      setFetched({
        place,
        lines: items.map(({ item, text, kind }) => ({
          key: item,
          origin: { type: 'item', session, item },
          text,
          kind,
        })),
      })
    })
    return () => {
      wanted = false
    }
  }, [id, workspaceKey, place, t])
  if (place === LOG) return { lines: linesOfLog(workspace), problem: undefined }
  return { lines: fetched?.place === place ? fetched.lines : undefined, problem }
}

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
  const sessions = workspace.quarters.flatMap((quarter) => quarter.sessions).filter(({ id }) => id !== into)
  const [place, setPlace] = useState<string>(sessions[0]?.id ?? LOG)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Origin>>(new Map())
  const { lines, problem } = useLines(workspace, workspaceKey, place)
  const [failed, setFailed] = useState<string>()
  const [done, setDone] = useState<number>()
  const toggle = ({ key, origin }: Line): void =>
    setChosen((before) => {
      const next = new Map(before)
      if (!next.delete(key)) next.set(key, origin)
      return next
    })
  const bring = async (): Promise<void> => {
    const reply = await carryInto(workspace.id, workspaceKey, into, [...chosen.values()])
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
        <SelectField label={t('carry.from')} value={place} onChange={({ target }) => setPlace(target.value)}>
          {sessions.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={LOG}>{t('carry.contacts')}</option>
        </SelectField>
        {lines?.length === 0 && <p>{problem ?? t('carry.nothing')}</p>}
        <ul className={styles.choices}>
          {lines?.map((line) => (
            <li key={line.key}>
              <Check
                label={line.text}
                hint={t(`carry.kind.${line.kind}`)}
                checked={chosen.has(line.key)}
                onChange={() => toggle(line)}
              />
            </li>
          ))}
        </ul>
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
        {failed && <p role="alert">{failed}</p>}
      </div>
    </Panel>
  )
}
