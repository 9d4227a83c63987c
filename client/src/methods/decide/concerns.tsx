import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import { MessageCircleWarning, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { joinClasses } from '../../ui/classes.ts'
import styles from './decide.module.css'
import { GivePanel } from './give-panel.tsx'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'

const AddConcern = ({ names, onClose }: Pick<Deciding, 'names'> & { readonly onClose: () => void }) => {
  const t = useText()
  const [text, setText] = useState('')
  const clean = cleanLine(text)
  return (
    <GivePanel
      title={t('decide.concern-add')}
      button={t('decide.concern-keep')}
      command={clean ? { type: 'add-concern', text: clean } : undefined}
      onClose={onClose}
    >
      <TextArea
        label={t('decide.concern-label')}
        rows={3}
        maxLength={LIMITS.actionCharacters}
        value={text}
        hint={t(names === 'shown' ? 'decide.concern-about-signed' : 'decide.concern-about')}
        onChange={({ target }) => setText(target.value)}
      />
    </GivePanel>
  )
}

/** What people fear about the decision, kept beside it. */
export const Concerns = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, problem } = useGive()
  const [isAdding, setIsAdding] = useState(false)
  const { view, may, names, people, seat } = deciding
  const myName = people.find(({ id }) => id === seat)?.name
  return (
    <section className={styles.card} aria-label={t('decide.concerns')}>
      <h2 className={styles.heading}>{t('decide.concerns-count', { count: view.concerns.length })}</h2>
      <ul className={styles.rows}>
        {view.concerns.map(({ id, text, unsigned, name }) => (
          <li key={id} className={joinClasses(styles.row, styles.short)} data-item="">
            <div className={styles.words}>
              <q dir="auto" translate="yes">
                {text}
              </q>
              <bdi className={styles.small}>{unsigned ? t('decide.unsigned') : name}</bdi>
            </div>
            {(may('draft-decision') || (!unsigned && name === myName && may('drop-concern'))) && (
              <IconButton
                label={t('decide.concern-drop', { text })}
                onClick={() => void send({ type: 'drop-concern', concern: id })}
              >
                <X size={16} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may('add-concern') && (
        <div className={styles.acts}>
          <Button onClick={() => setIsAdding(true)}>
            <MessageCircleWarning size={18} aria-hidden="true" />
            {t('decide.concern-add')}
          </Button>
        </div>
      )}
      <Alert>{problem}</Alert>
      {isAdding && <AddConcern names={names} onClose={() => setIsAdding(false)} />}
    </section>
  )
}
