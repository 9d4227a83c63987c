import { TEMPLATES, type Template, type TemplateId, templateMinutes } from '@roundel/shared/session'
import { LayoutList } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { TEMPLATE_WORDS } from './template-words.ts'
import styles from './template-gallery.module.css'

/** One agenda to begin with: what it is for, how long it takes, and its steps as they follow each other. */
const Card = ({ template, onChoose }: { readonly template: Template; readonly onChoose: () => void }) => {
  const t = useText()
  const { name, about } = TEMPLATE_WORDS[template.id]
  return (
    <button type="button" className={styles.card} onClick={onChoose}>
      <span className={styles.name}>{t(name)}</span>
      <span className={styles.minutes}>{t('unit.minutes', { minutes: templateMinutes(template) })}</span>
      <span className={styles.about}>{t(about)}</span>
      <span className={styles.steps} aria-hidden="true">
        {template.agenda.map(({ kind }, index) => {
          const Icon = METHOD_VIEWS[kind].icon
          // An agenda is a list that never changes, so a place in it is its own key.
          return <Icon key={index} size={17} strokeWidth={1.8} />
        })}
      </span>
    </button>
  )
}

/** The way to agendas that are ready to use, and back to the one that was there. */
export const TemplateGallery = ({
  onChoose,
  onBack,
  children,
}: {
  readonly onChoose: (template: TemplateId) => void
  /** Brings back what the last choice replaced. */
  readonly onBack: (() => void) | undefined
  /** Other ways to begin. */
  readonly children?: ReactNode
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={styles.start}>
      <span className={styles.label}>{t('create.template')}</span>
      <div className={styles.acts}>
        <Button onClick={() => setIsOpen(true)}>
          <LayoutList size={18} aria-hidden="true" />
          {t('create.template-choose')}
        </Button>
        {children}
        {onBack && (
          <Button look="quiet" onClick={onBack}>
            {t('create.template-back')}
          </Button>
        )}
      </div>
      {isOpen && (
        <Panel title={t('create.template')} place="wide" onClose={() => setIsOpen(false)}>
          <ul className={styles.list}>
            {TEMPLATES.map((template) => (
              <li key={template.id}>
                <Card
                  template={template}
                  onChoose={() => {
                    setIsOpen(false)
                    onChoose(template.id)
                  }}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
