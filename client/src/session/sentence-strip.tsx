import { useWriting } from '../board/writing.tsx'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { Strip, StripButton } from '../ui/strip.tsx'
import styles from './armed-strip.module.css'

/** The session went on while somebody was writing: they finish their sentence, or go along. Read out with the step. */
export const SentenceStrip = ({ where, onKeep }: { readonly where: string; readonly onKeep: () => void }) => {
  const t = useText()
  const { session } = useView()
  const writing = useWriting()
  if (!writing.isAsked) return null
  const go = (): void => {
    writing.flush()
    writing.begin()
    document.getElementById('question')?.focus()
  }
  const keep = (): void => {
    writing.hold()
    onKeep()
  }
  return (
    <div className={styles.floating}>
      <Strip
        tone="accent"
        actions={
          <>
            <StripButton onClick={keep}>{t('sentence.keep')}</StripButton>
            <StripButton onClick={go}>{t('sentence.go')}</StripButton>
          </>
        }
      >
        {session.state === 'ended' ? t('sentence.ended') : t('sentence.next', { where })}
      </Strip>
    </div>
  )
}
