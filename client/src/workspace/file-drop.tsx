import { Upload } from 'lucide-react'
import { type DragEvent, useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { buttonClass } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import styles from './file-drop.module.css'

/** A file that is dropped beside the place for it opens instead of the page, and with the page goes what was typed. */
const useNothingBeside = (): void => {
  useEffect(() => {
    const keepOut = (event: globalThis.DragEvent): void => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    addEventListener('dragover', keepOut)
    addEventListener('drop', keepOut)
    return () => {
      removeEventListener('dragover', keepOut)
      removeEventListener('drop', keepOut)
    }
  }, [])
}

/** A place to choose a file, or to drop one; beside it none can be dropped. */
export const FileDrop = ({
  label,
  accept,
  onFile,
}: {
  readonly label: string
  readonly accept: string
  readonly onFile: (file: File) => void
}) => {
  const t = useText()
  const [isOver, setIsOver] = useState(false)
  useNothingBeside()
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    // Dropping is one way more; the button inside is the way for everyone.
    <div
      className={joinClasses(styles.drop, isOver && styles.over)}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <label className={buttonClass({ look: 'secondary' })}>
        <Upload size={18} aria-hidden="true" />
        {label}
        <input
          className={styles.file}
          type="file"
          accept={accept}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            // The same file can be chosen again, after it was changed.
            target.value = ''
            if (chosen) onFile(chosen)
          }}
        />
      </label>
      <span className={styles.about}>{t('import.drop')}</span>
    </div>
  )
}
