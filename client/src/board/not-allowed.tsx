import { type ReactNode, useId } from 'react'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import styles from './not-allowed.module.css'

/** A button that this person may not press now, where they would look for it, with the reason beneath it. */
export const NotAllowed = ({ why, children }: { readonly why: string; readonly children: ReactNode }) => {
  const announce = useAnnounce()
  const id = useId()
  return (
    <div className={styles.around}>
      <Button
        wide
        className={styles.button}
        aria-disabled
        aria-describedby={id}
        onClick={() => announce(why, 'assertive')}
      >
        {children}
      </Button>
      <p id={id} className={styles.why}>
        {why}
      </p>
    </div>
  )
}
