import type { StepId } from '@roundel/shared/kernel'
import type { CafeView } from '@roundel/shared/methods/cafe'
import { Outcome } from '../../board/outcome.tsx'
import { useText } from '../../i18n/text.ts'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useWork } from '../use-work.ts'
import styles from './cafe.module.css'
import { Findings, useFound } from './findings.tsx'
import { Metrics } from './metrics.tsx'
import { looksOf } from './table-look.ts'
import { TableTitle } from './table-title.tsx'
import { CAFE } from './texts.ts'

/** A café as one looks back at it: what each table found, what was made of it, and who met, in figures. */
export const PastCafe = ({ step }: { readonly step: StepId }) => (
  <MoreTexts from={CAFE}>
    <Past step={step} />
  </MoreTexts>
)

const Past = ({ step }: { readonly step: StepId }) => {
  const t = useText()
  const view = useWork<CafeView>(step)
  const found = useFound(step, view?.harvest)
  if (!view) return null
  // What stands with its table is not told twice.
  const told = new Set<string | undefined>(
    Object.values(view.harvest ?? {}).flatMap(({ insights, question }) => [...insights, question]),
  )
  return (
    <div className={styles.column}>
      <ul className={styles.gallery} aria-label={t('cafe.tables')}>
        {looksOf(t, view, undefined).map((table) => (
          <li key={table.id} className={styles.card}>
            <h2 className={styles.heading}>
              <TableTitle table={table} />
            </h2>
            <Findings table={table} found={found(table.id)} />
          </li>
        ))}
      </ul>
      <Outcome isShown={(item) => item.step === step && !told.has(item.id)} />
      {view.figures && <Metrics figures={view.figures} />}
    </div>
  )
}
