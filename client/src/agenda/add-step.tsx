import { METHOD_IDS, type MethodId } from '@roundel/shared/methods'
import { Info, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { LaterMethodPanel } from '../method-pages/later-method-panel.tsx'
import { Panel } from '../ui/panel.tsx'
import { minutesOf, planStep } from './agenda-plan.ts'
import styles from './add-step.module.css'

/** Minutes of a method as it is planned when nobody says otherwise. */
const standardMinutes = (kind: MethodId): number => minutesOf(planStep(kind, kind.padEnd(16, '0')))

/** One more step: every method with a line on what it is for, and how long it takes. */
export const AddStep = ({
  onAdd,
  children,
}: {
  readonly onAdd: (kind: MethodId) => void
  /** What is asked besides, above the methods. */
  readonly children?: ReactNode
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const [asked, setAsked] = useState<MethodId>()
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Plus size={18} aria-hidden="true" />
        {t('agenda.add')}
      </Button>
      {isOpen && (
        <Panel title={t('agenda.add')} onClose={() => setIsOpen(false)}>
          {children}
          <ul className={styles.list}>
            {METHOD_IDS.map((kind) => {
              const { name, about, icon: Icon } = METHOD_VIEWS[kind]
              return (
                <li key={kind} className={styles.entry}>
                  <button
                    type="button"
                    className={styles.method}
                    onClick={() => {
                      setIsOpen(false)
                      onAdd(kind)
                    }}
                  >
                    <Icon size={20} strokeWidth={1.8} className={styles.icon} aria-hidden="true" />
                    <span className={styles.name}>{t(name)}</span>
                    <span className={styles.minutes}>{t('unit.minutes', { minutes: standardMinutes(kind) })}</span>
                    <span className={styles.about}>{t(about)}</span>
                  </button>
                  <IconButton label={t('agenda.info', { method: t(name) })} onClick={() => setAsked(kind)}>
                    <Info size={19} strokeWidth={1.8} aria-hidden="true" />
                  </IconButton>
                </li>
              )
            })}
          </ul>
          {asked && <LaterMethodPanel id={asked} onClose={() => setAsked(undefined)} />}
        </Panel>
      )}
    </>
  )
}
