import styles from './code.module.css'

/** A session's code, large, from left to right in every language. Read out letter by letter. */
export const Code = ({ code }: { readonly code: string }) => (
  <p className={styles.code} dir="ltr">
    <span aria-hidden="true">{code}</span>
    <span className={styles.spoken}>{Array.from(code.replace('-', ',')).join(' ')}</span>
  </p>
)
