import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useDate, useText } from '../i18n/text.ts'
import type { ListedContact } from '../sync/workspaces.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { useWorkspace } from './use-workspace.ts'
import styles from './workspace.module.css'

/** The latest are what one looks for. */
const SHOWN = 4

/** Whom the team talked to, and what that came to. */
export const Contacts = () => {
  const t = useText()
  const date = useDate()
  const { contacts } = useWorkspace().workspace
  const [open, setOpen] = useState<ListedContact | 'new'>()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? contacts : contacts.slice(0, SHOWN)
  return (
    <section className={styles.card} aria-labelledby="contacts">
      <div className={styles.cardHead}>
        <h2 id="contacts" className={styles.heading}>
          {t('contacts.title')}
        </h2>
        <Button onClick={() => setOpen('new')}>
          <Plus size={16} aria-hidden="true" /> {t('contacts.note')}
        </Button>
      </div>
      <p className={styles.about}>{t('contacts.about')}</p>
      {contacts.length === 0 ? (
        <p>{t('contacts.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {shown.map((contact) => (
            <li key={contact.id} className={styles.item}>
              <div>
                <p className={styles.itemTitle} dir="auto">
                  {contact.who}
                </p>
                <p className={styles.itemMeta}>
                  <span>{t(`contacts.kind.${contact.kind}`)}</span>
                  <span>{date(contact.at, { day: 'numeric', month: 'short' })}</span>
                </p>
                <ul className={styles.lines}>
                  {contact.lines.map((line, index) => (
                    <li key={index} dir="auto">
                      {line}
                    </li>
                  ))}
                </ul>
              </div>
              <IconButton label={t('contacts.edit-of', { who: contact.who })} onClick={() => setOpen(contact)}>
                <Pencil size={18} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {contacts.length > shown.length && (
        <div>
          <Button look="quiet" onClick={() => setIsWhole(true)}>
            {t('contacts.all', { count: contacts.length - shown.length })}
          </Button>
        </div>
      )}
      {open && <ContactPanel contact={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
