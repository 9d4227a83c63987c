import type { ItemKind } from '@roundel/shared/board'
import { type CommandId, LIMITS, type StepId } from '@roundel/shared/kernel'
import { listHomes } from '@roundel/shared/session'
import { useState } from 'react'
import { WORKSPACE } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { METHOD_VIEWS } from '../methods/index.ts'
import {
  type Imported,
  type Mapping,
  type Restored,
  type Table,
  importSession,
  importTable,
  newImportId,
  previewTable,
} from '../sync/import.ts'
import { useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea } from '../ui/field.tsx'
import { Panel } from '../ui/panel.tsx'
import { FileDrop } from './file-drop.tsx'
import { RECOGNISED_FAULTS, explainImport } from './import-fault.ts'
import { SavedPreview } from './saved-preview.tsx'
import { type SavedSession, recognise } from './saved-session.ts'
import { Refused, TablePreview } from './table-preview.tsx'
import styles from './import-panel.module.css'

const ACCEPTED =
  '.csv,.tsv,.txt,.xlsx,.json,text/csv,text/plain,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What is to be brought in, as far as it is known. Under `id` it comes in once, whatever becomes of the answer. */
type Found =
  | { readonly what: 'table'; readonly file: Blob; readonly table: Table; readonly id: CommandId }
  | { readonly what: 'session'; readonly file: Blob; readonly saved: SavedSession; readonly id: CommandId }

/** What came of it. */
type Outcome =
  | { readonly what: 'table'; readonly imported: Imported }
  | { readonly what: 'session'; readonly restored: Restored }

/** The step that takes what is brought; where nobody chooses, the server does. */
const StepChoice = ({
  into,
  onChange,
}: {
  readonly into: StepId | undefined
  readonly onChange: (into: StepId) => void
}) => {
  const t = useText()
  const { agenda } = useView().session
  const homes = listHomes(agenda)
  if (homes.length < 2) return null
  const usual = homes.find(({ state }) => state === 'live') ?? homes[0]
  return (
    <SelectField
      label={t('import.into')}
      value={into ?? usual?.id ?? ''}
      onChange={({ target }) => onChange(target.value as StepId)}
    >
      {homes.map(({ id, kind, title }) => (
        <option key={id} value={id}>
          {title ?? t(METHOD_VIEWS[kind].name)}
        </option>
      ))}
    </SelectField>
  )
}

const Done = ({ outcome }: { readonly outcome: Outcome }) => {
  const t = useText()
  if (outcome.what === 'table') {
    const { imported } = outcome
    return (
      <>
        <output className={styles.strong}>{t('import.done', { count: imported.items })}</output>
        <Refused refused={imported.refused} />
      </>
    )
  }
  const { taken, refused } = outcome.restored
  return (
    <>
      <output className={styles.strong}>{t('saved.done', { count: taken.items })}</output>
      {taken.steps > 0 && <p>{t('saved.done-steps', { count: taken.steps })}</p>}
      {refused.count > 0 && <p>{t('saved.refused', { count: refused.count })}</p>}
    </>
  )
}

const Steps = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const { session } = useView()
  const [pasted, setPasted] = useState('')
  const [as, setAs] = useState<ItemKind>('idea')
  const [into, setInto] = useState<StepId>()
  const [found, setFound] = useState<Found>()
  const [done, setDone] = useState<Outcome>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const lookAtTable = async (file: Blob, kind: ItemKind, mapping?: Mapping): Promise<void> => {
    const reply = await previewTable(session.id, file, kind, mapping)
    setProblem(reply.ok ? undefined : explainImport(reply.error, t))
    if (reply.ok) setFound({ what: 'table', file, table: reply.value, id: newImportId() })
  }
  const look = async (file: Blob, name?: string): Promise<void> => {
    if (file.size > LIMITS.importBodyBytes) return setProblem(t('import.fault.size'))
    setIsBusy(true)
    setProblem(undefined)
    const recognised = await recognise(file, name)
    if (recognised.what === 'session') setFound({ what: 'session', file, saved: recognised.saved, id: newImportId() })
    else if (recognised.what === 'table') await lookAtTable(file, as)
    else setProblem(t(RECOGNISED_FAULTS[recognised.what]))
    return setIsBusy(false)
  }
  const take = async (): Promise<void> => {
    if (!found || isBusy) return
    setIsBusy(true)
    if (found.what === 'table') {
      const reply = await importTable(session.id, found.file, found.id, { as, into }, found.table.mapping)
      setProblem(reply.ok ? undefined : explainImport(reply.error, t))
      if (reply.ok) setDone({ what: 'table', imported: reply.value })
    } else {
      const reply = await importSession(session.id, found.file, found.id)
      setProblem(reply.ok ? undefined : explainImport(reply.error, t))
      if (reply.ok) setDone({ what: 'session', restored: reply.value })
    }
    setIsBusy(false)
  }
  return (
    <Panel title={t('import.title')} onClose={onClose} place="wide">
      <div className={styles.form}>
        {done ? (
          <>
            <Done outcome={done} />
            <Button look="primary" onClick={onClose}>
              {t('action.close')}
            </Button>
          </>
        ) : found?.what === 'table' ? (
          <>
            <TablePreview
              table={found.table}
              as={as}
              isBusy={isBusy}
              onMapping={(mapping) => {
                // What was chosen is shown at once; what comes of it follows.
                setFound({ ...found, table: { ...found.table, mapping }, id: newImportId() })
                void lookAtTable(found.file, as, mapping)
              }}
              onAs={(kind) => {
                setAs(kind)
                void lookAtTable(found.file, kind, found.table.mapping)
              }}
            />
            <StepChoice
              into={into}
              onChange={(chosen) => {
                setInto(chosen)
                setFound({ ...found, id: newImportId() })
              }}
            />
          </>
        ) : found ? (
          <>
            <p className={styles.about}>{t('saved.about')}</p>
            <SavedPreview saved={found.saved} />
          </>
        ) : (
          <>
            <p className={styles.about}>{t('import.about')}</p>
            <FileDrop label={t('import.file')} accept={ACCEPTED} onFile={(file) => void look(file, file.name)} />
            <p className={styles.about}>{t('import.or')}</p>
            <TextArea
              label={t('import.paste')}
              rows={5}
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
            <Button
              look="primary"
              disabled={pasted.trim() === '' || isBusy}
              onClick={() => void look(new Blob([pasted]))}
            >
              {t('import.look')}
            </Button>
          </>
        )}
        <Alert>{problem}</Alert>
        {isBusy && <output className={styles.about}>{t('import.reading')}</output>}
        {found && !done && (
          <div className={styles.foot}>
            <Button
              look="quiet"
              onClick={() => {
                setFound(undefined)
                setProblem(undefined)
              }}
            >
              {t('import.again')}
            </Button>
            {found.what === 'table' ? (
              <Button look="primary" disabled={found.table.taken === 0 || isBusy} onClick={() => void take()}>
                {t('import.do', { count: found.table.taken })}
              </Button>
            ) : (
              <Button look="primary" disabled={isBusy} onClick={() => void take()}>
                {t('saved.do')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Brings a table or a session's own file onto the board, for those who lead: what comes of it is seen before anything happens. */
export const ImportPanel = ({ onClose }: { readonly onClose: () => void }) => (
  <MoreTexts from={WORKSPACE}>
    <Steps onClose={onClose} />
  </MoreTexts>
)
