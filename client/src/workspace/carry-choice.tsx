import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { Origin } from '@roundel/shared/session'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { type Carriable, type Workspace, fetchCarriables } from '../sync/workspaces.ts'
import { Check } from '../ui/check.tsx'
import { SelectField } from '../ui/field.tsx'
import styles from './panels.module.css'

/** The log of contacts, as a place to bring something from. */
const LOG = 'contacts'

/** Something that can be brought along, and where it stands. */
export interface Line {
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

/** Lines by their keys. */
export type Lines = ReadonlyMap<string, Line>

/** The lines with one more, or without it where it was among them. */
export const toggleLine = (lines: Lines, line: Line): Lines => {
  const next = new Map(lines)
  if (!next.delete(line.key)) next.set(line.key, line)
  return next
}

/** Everything of a workspace that can be brought along, one place after another. */
export const CarryChoice = ({
  workspace,
  workspaceKey,
  but,
  chosen,
  onChange,
}: {
  readonly workspace: Workspace
  readonly workspaceKey: string
  /** The session that it is brought into, where that is there already. */
  readonly but?: SessionId
  readonly chosen: Lines
  readonly onChange: (chosen: Lines) => void
}) => {
  const t = useText()
  const sessions = workspace.quarters.flatMap((quarter) => quarter.sessions).filter(({ id }) => id !== but)
  const [place, setPlace] = useState<string>(sessions[0]?.id ?? LOG)
  const { lines, problem } = useLines(workspace, workspaceKey, place)
  return (
    <>
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
              onChange={() => onChange(toggleLine(chosen, line))}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
