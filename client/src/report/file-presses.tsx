import { useState } from 'react'
import { Download } from 'lucide-react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import type { FileFormat } from '../sync/report.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'

const WORDS: Readonly<Record<FileFormat, MessageKey>> = {
  pdf: 'report.pdf',
  md: 'ended.markdown',
  csv: 'ended.csv',
  xlsx: 'report.xlsx',
  html: 'report.html',
  json: 'ended.json',
}

/** Saves a file that was fetched, as a press on a link to it would. */
const save = (file: File): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** How a file is fetched; answers undefined when it did not come. */
export type FetchFile = (format: FileFormat) => Promise<File | undefined>

/**
 * A button for each file that can be taken along. Fetched rather than linked to, so that a browser which keeps no cookies
 * is known too.
 */
export const FilePresses = ({
  formats,
  fetchFile,
  hasIcons = false,
}: {
  readonly formats: readonly FileFormat[]
  readonly fetchFile: FetchFile
  readonly hasIcons?: boolean
}) => {
  const t = useText()
  const [hasFailed, setHasFailed] = useState(false)
  const take = async (format: FileFormat): Promise<void> => {
    const file = await fetchFile(format)
    setHasFailed(!file)
    if (file) save(file)
  }
  return (
    <>
      {formats.map((format) => (
        <Button key={format} onClick={() => void take(format)}>
          {hasIcons && <Download size={18} aria-hidden="true" />}
          {t(WORDS[format])}
        </Button>
      ))}
      {hasFailed && <Alert>{t('report.file-failed')}</Alert>}
    </>
  )
}
