import type { Names } from '@roundel/shared/session'
import { useState } from 'react'
import { useLanguage } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { type FileFormat, fetchFile } from '../sync/report.ts'
import { useView } from '../sync/room-context.ts'
import { FilePresses } from './file-presses.tsx'
import { NamesChoice } from './names-switch.tsx'
import styles from './take-along.module.css'
import { REPORT_TEXTS } from './texts.ts'

const FORMATS = ['md', 'csv', 'json'] as const satisfies readonly FileFormat[]

const Files = () => {
  const language = useLanguage()
  const { session } = useView()
  const [names, setNames] = useState<Names>('shown')
  const take = async (format: FileFormat): Promise<File | undefined> => {
    const file = await fetchFile(session.id, format, { language, names })
    return file.ok ? file.value : undefined
  }
  return (
    <div className={styles.along}>
      <NamesChoice names={names} onChange={setNames} />
      <div className={styles.files}>
        <FilePresses formats={FORMATS} fetchFile={take} hasIcons />
      </div>
    </div>
  )
}

/** The files of a session, with names or without, for those who may take them along. */
export const TakeAlong = () => (
  <MoreTexts from={REPORT_TEXTS}>
    <Files />
  </MoreTexts>
)
