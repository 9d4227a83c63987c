import type { ReactNode } from 'react'
import styles from './clusters-wall.module.css'

/** Groups side by side. */
export const ClustersWall = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.wall}>{children}</div>
)
