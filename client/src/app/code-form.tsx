import { normalizeCode } from '@roundel/shared/session'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './code-form.module.css'

/** The field for a session's code. Takes it as people type, dictate or paste it, a whole link included. */
export const CodeForm = ({ onCode }: { readonly onCode: (code: string) => void }) => {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const code = normalizeCode(typed)
    setIsWrong(!code)
    if (code) onCode(code)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={id}>
        <VisuallyHidden>{t('home.code')}</VisuallyHidden>
      </label>
      <div className={styles.line}>
        <input
          id={id}
          className={styles.code}
          placeholder={t('home.code')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setIsWrong(false)
          }}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
        />
        <Button type="submit" look="primary" large>
          {t('home.join')}
        </Button>
      </div>
      {isWrong && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {t('home.code-incomplete')}
        </p>
      )}
    </form>
  )
}
