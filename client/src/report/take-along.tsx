import type { Names } from '@roundel/shared/session'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { type ExportFormat, exportUrl } from '../sync/api.ts'
import { useView } from '../sync/room-context.ts'
import { buttonClass } from '../ui/button.tsx'
import { NamesChoice } from './names-switch.tsx'
import styles from './take-along.module.css'
import { REPORT_TEXTS } from './texts.ts'

const WORDS = { md: 'ended.markdown', csv: 'ended.csv', json: 'ended.json' } as const satisfies Readonly<
  Record<ExportFormat, MessageKey>
>
const FORMATS = ['md', 'csv', 'json'] as const satisfies readonly ExportFormat[]

const Files = () => {
  const t = useText()
  const { session } = useView()
  const [names, setNames] = useState<Names>('shown')
  return (
    <div className={styles.along}>
      <NamesChoice names={names} onChange={setNames} />
      <div className={styles.files}>
        {FORMATS.map((format) => (
          <a
            key={format}
            className={buttonClass({ look: 'secondary' })}
            href={exportUrl(session.id, format, names)}
            download
          >
            <Download size={18} aria-hidden="true" />
            {t(WORDS[format])}
          </a>
        ))}
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
