import { Check, Copy, Download, Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useIsPhone } from '../board/use-phone.ts'
import { useText } from '../i18n/text.ts'
import type { FileFormat } from '../sync/report.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { Button } from '../ui/button.tsx'
import { type FetchFile, FilePresses } from './file-presses.tsx'
import styles from './report.module.css'

const FORMATS = ['pdf', 'md', 'csv', 'xlsx', 'html', 'json'] as const satisfies readonly FileFormat[]
/** What can be done with a report: its link copied, printed, taken along as a file. Not on paper itself. */
export const ReportTools = ({
  link,
  fetchFile,
  children,
}: {
  /** The address of this very report, where there is one that may be handed on. */
  readonly link?: string | undefined
  /** Absent for those who may not take files along. */
  readonly fetchFile?: FetchFile | undefined
  /** What changes both the page and the files. */
  readonly children?: ReactNode
}) => {
  const t = useText()
  const isPhone = useIsPhone()
  // Not every server can print.
  const { pdf } = usePageSettings()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  const CopyIcon = isCopied ? Check : Copy
  return (
    <div className={styles.tools}>
      {link !== undefined && navigator.clipboard && (
        <Button onClick={() => void copy(link)}>
          <CopyIcon size={18} aria-hidden="true" />
          {t(isCopied ? 'report.copied' : 'report.copy')}
        </Button>
      )}
      <Button onClick={() => print()}>
        <Printer size={18} aria-hidden="true" />
        {t('report.print')}
      </Button>
      {children}
      {fetchFile && (
        <details className={styles.files} open={!isPhone}>
          <summary>
            <Download size={18} aria-hidden="true" />
            {t('report.files')}
          </summary>
          <FilePresses formats={FORMATS.filter((format) => format !== 'pdf' || pdf)} fetchFile={fetchFile} />
        </details>
      )}
    </div>
  )
}
