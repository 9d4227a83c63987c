import type { ActionView, Owner } from '@roundel/shared/methods/decide'
import { Link2, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ActionChips, ActionFacts } from './action-facts.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionLinkPanel } from './action-link-panel.tsx'
import styles from './decide.module.css'
import type { Deciding } from './model.ts'
import { useGive } from './use-give.ts'

/** More open actions in a quarter than this are seldom done. */
const ENOUGH = 3

const ownerOf = ({ owner }: ActionView): Owner => ('seat' in owner ? { seat: owner.seat } : owner)

/** Who does what until when. */
export const Actions = ({ deciding }: { readonly deciding: Deciding }) => {
  const t = useText()
  const { send, isBusy, problem } = useGive()
  const [open, setOpen] = useState<'new' | ActionView['id']>()
  const [linked, setLinked] = useState<ActionView>()
  const { view, may, people, seat, leads } = deciding
  const steers = may('draft-decision')
  // One button is the next thing to press: until it is decided, that is the decision; then, the actions that make it happen.
  const isNext = view.decision.decided !== undefined && view.temperature?.state !== 'open'
  const edited = view.actions.find(({ id }) => id === open)
  const openCount = [...view.actions, ...view.earlier].filter(({ state }) => state === 'open').length
  const isMine = (action: ActionView): boolean => 'seat' in action.owner && action.owner.seat === seat
  const choice = { ideas: view.decision.chosen, people: steers ? people : undefined, onClose: () => setOpen(undefined) }
  return (
    <section className={styles.card} aria-label={t('decide.actions')}>
      <h2 className={styles.heading}>{t('decide.actions')}</h2>
      {view.actions.length === 0 && <p className={styles.small}>{t('decide.no-actions')}</p>}
      <ul className={styles.rows}>
        {view.actions.map((action) => (
          <li key={action.id} className={styles.row} data-item="">
            <div className={styles.part}>
              <p className={styles.strong} dir="auto" translate="yes">
                {action.text}
              </p>
              <ActionChips action={action} />
              <ActionFacts action={action} />
            </div>
            {(steers || isMine(action)) && may('edit-action') && (
              <div className={styles.acts}>
                {(leads || isMine(action)) && (
                  <IconButton label={t('decide.link-of', { text: action.text })} onClick={() => setLinked(action)}>
                    <Link2 size={17} aria-hidden="true" />
                  </IconButton>
                )}
                <IconButton
                  label={t('decide.action-edit-of', { text: action.text })}
                  onClick={() => setOpen(action.id)}
                >
                  <Pencil size={17} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t('decide.action-remove-of', { text: action.text })}
                  disabled={isBusy}
                  onClick={() => void send({ type: 'remove-action', action: action.id })}
                >
                  <Trash2 size={17} aria-hidden="true" />
                </IconButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {openCount > ENOUGH && <p className={styles.small}>{t('decide.few-actions', { count: openCount })}</p>}
      {may('add-action') && (
        <div className={styles.acts}>
          <Button look={steers && isNext ? 'primary' : 'secondary'} onClick={() => setOpen('new')}>
            <Plus size={18} aria-hidden="true" />
            {t(steers ? 'decide.action-add' : 'decide.action-take')}
          </Button>
        </div>
      )}
      <Alert>{problem}</Alert>
      {linked && <ActionLinkPanel action={linked} onClose={() => setLinked(undefined)} />}
      {open === 'new' && (
        <ActionForm
          {...choice}
          title={t(steers ? 'decide.action-add' : 'decide.action-take')}
          owner={{ seat }}
          toCommand={(fields) => ({ type: 'add-action', ...fields })}
        />
      )}
      {edited && (
        <ActionForm
          {...choice}
          action={edited}
          title={t('decide.action-edit')}
          owner={ownerOf(edited)}
          toCommand={(fields) => ({ type: 'edit-action', action: edited.id, ...fields })}
        />
      )}
    </section>
  )
}
