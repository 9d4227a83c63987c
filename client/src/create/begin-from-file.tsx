import { LIMITS } from '@roundel/shared/kernel'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { FileDrop } from '../workspace/file-drop.tsx'
import { RECOGNISED_FAULTS } from '../workspace/import-fault.ts'
import { SavedPreview } from '../workspace/saved-preview.tsx'
import { type SavedSession, recognise } from '../workspace/saved-session.ts'
import styles from './create.module.css'

/** A session's own file that a new one is to begin from. */
export interface ChosenFile {
  readonly file: Blob
  readonly saved: SavedSession
}

const FilePanel = ({
  onChoose,
  onClose,
}: {
  readonly onChoose: (chosen: ChosenFile) => void
  readonly onClose: () => void
}) => {
  const t = useText()
  const [chosen, setChosen] = useState<ChosenFile>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const look = async (file: File): Promise<void> => {
    setChosen(undefined)
    if (file.size > LIMITS.importBodyBytes) return setProblem(t('import.fault.size'))
    setIsBusy(true)
    setProblem(undefined)
    const recognised = await recognise(file, file.name)
    setIsBusy(false)
    if (recognised.what === 'session') return setChosen({ file, saved: recognised.saved })
    return setProblem(t(recognised.what === 'table' ? 'from-file.table' : RECOGNISED_FAULTS[recognised.what]))
  }
  return (
    <Panel title={t('from-file.title')} onClose={onClose} place="wide">
      <div className={styles.fields}>
        <p className={styles.linkAbout}>{t('from-file.about')}</p>
        <FileDrop
          label={t(chosen ? 'from-file.another' : 'from-file.choose')}
          accept=".json,application/json"
          onFile={(file) => void look(file)}
        />
        {isBusy && <output className={styles.linkAbout}>{t('from-file.reading')}</output>}
        <Alert>{problem}</Alert>
        {chosen && (
          <>
            <SavedPreview saved={chosen.saved} />
            <Button look="primary" onClick={() => onChoose(chosen)}>
              {t('from-file.do')}
            </Button>
          </>
        )}
      </div>
    </Panel>
  )
}

/** The way to begin from a session that was saved as a file. */
export const BeginFromFile = ({
  isOpenFirst,
  onChoose,
}: {
  /** Whether whoever came here came for that. */
  readonly isOpenFirst: boolean
  readonly onChoose: (chosen: ChosenFile) => void
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(isOpenFirst)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <FileUp size={18} aria-hidden="true" />
        {t('from-file.open')}
      </Button>
      {isOpen && (
        <FilePanel
          onClose={() => setIsOpen(false)}
          onChoose={(chosen) => {
            setIsOpen(false)
            onChoose(chosen)
          }}
        />
      )}
    </>
  )
}
