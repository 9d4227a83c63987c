import { MINUTE_MS } from '@roundel/shared/kernel'
import {
  Crosshair,
  FastForward,
  FileText,
  Flag,
  Link2,
  ListOrdered,
  Megaphone,
  Projector,
  Spotlight,
  Table2,
  Trash2,
  Users,
} from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { isSeated } from '../people/present.ts'
import { DeleteSession } from './people/delete-session.tsx'
import type { CommandBody } from '../sync/commands.ts'
import { inviteUrl } from '../sync/invite-url.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { reportPath } from '../sync/report.ts'
import { useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Choice } from '../ui/choice.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Panel } from '../ui/panel.tsx'
import { projectorWindow } from './projector-window.ts'
import { usePress } from './use-press.ts'
import styles from './more-panel.module.css'

const TakeAlong = laterPart(async () => (await import('../report/take-along.tsx')).TakeAlong)
const ImportPanel = laterPart(async () => (await import('../workspace/import-panel.tsx')).ImportPanel)

const Entry = ({
  icon,
  children,
  onPress,
  disabled,
}: {
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly onPress: () => void
  readonly disabled?: boolean
}) => (
  <button type="button" className={styles.entry} disabled={disabled} onClick={onPress}>
    {icon}
    <span>{children}</span>
  </button>
)

/** What those who lead need rarely. */
export const MorePanel = ({
  onClose,
  onGoTo,
}: {
  readonly onClose: () => void
  /** Goes on to something that stands in its own panel. */
  readonly onGoTo: (panel: 'agenda' | 'people' | 'message' | 'spotlight') => void
}) => {
  const t = useText()
  const { session, step, me, people } = useView()
  const { origin } = usePageSettings()
  const { press: give, problem } = usePress({ isAloud: false })
  const expected = step && { expected: { step: step.id, epoch: step.epoch } }
  const press = async (command: CommandBody, isLast = false): Promise<void> => {
    if ((await give(command)) && isLast) onClose()
  }
  const projector = projectorWindow(session.id)
  const [asksToDelete, setAsksToDelete] = useState(false)
  const [isImporting, setIsImporting] = useState(false)
  if (isImporting) {
    return (
      <Suspense>
        <ImportPanel onClose={onClose} />
      </Suspense>
    )
  }
  if (asksToDelete) return <DeleteSession onClose={onClose} />
  return (
    <Panel title={t('bar.more')} onClose={onClose}>
      <Alert>{problem}</Alert>
      {step && (
        <section className={styles.group}>
          <h3 className={styles.heading}>{t('more.clock')}</h3>
          <div className={styles.row}>
            {[1, 3, 5].map((minutes) => (
              <button
                key={minutes}
                type="button"
                className={styles.chip}
                disabled={!me.can['set-clock']}
                onClick={() => void press({ type: 'set-clock', addMs: minutes * MINUTE_MS })}
              >
                {t('bar.plus', { minutes })}
              </button>
            ))}
            {step.clock.state === 'paused' ? (
              <button type="button" className={styles.chip} onClick={() => void press({ type: 'resume' })}>
                {t('bar.resume')}
              </button>
            ) : (
              <button
                type="button"
                className={styles.chip}
                disabled={!me.can['pause']}
                onClick={() => void press({ type: 'pause' })}
              >
                {t('bar.pause')}
              </button>
            )}
            <button
              type="button"
              className={styles.chip}
              aria-pressed={step.locked}
              disabled={!me.can['lock']}
              onClick={() => void press({ type: 'lock', locked: !step.locked })}
            >
              {t('bar.lock')}
            </button>
          </div>
        </section>
      )}
      <div>
        {me.can['message'] && (
          <Entry icon={<Megaphone size={18} aria-hidden="true" />} onPress={() => onGoTo('message')}>
            {t('message.title')}
          </Entry>
        )}
        {me.can['gather'] && (
          <Entry icon={<Crosshair size={18} aria-hidden="true" />} onPress={() => void press({ type: 'gather' }, true)}>
            {t('bar.gather-about')}
          </Entry>
        )}
        {step && step.policies.add !== 'private' && me.can['spotlight'] && (
          <Entry icon={<Spotlight size={18} aria-hidden="true" />} onPress={() => onGoTo('spotlight')}>
            {t('more.spotlight')}
          </Entry>
        )}
        {step?.spotlight && me.can['spotlight'] && (
          <Entry
            icon={<Spotlight size={18} aria-hidden="true" />}
            onPress={() => void press({ type: 'spotlight' }, true)}
          >
            {t('more.spotlight-out')}
          </Entry>
        )}
      </div>
      <a className={styles.entry} href={projector.href} target={projector.target} onClick={onClose}>
        <Projector size={18} aria-hidden="true" />
        <span>{t('more.projector')}</span>
      </a>
      {session.state === 'live' && (
        // Beside the session, which goes on.
        <a className={styles.entry} href={reportPath(session.id)} target="_blank" rel="noopener" onClick={onClose}>
          <FileText size={18} aria-hidden="true" />
          <span>{t('bar.report-so-far')}</span>
        </a>
      )}
      <Entry icon={<ListOrdered size={18} aria-hidden="true" />} onPress={() => onGoTo('agenda')}>
        {t('agenda.heading')}
      </Entry>
      <Entry icon={<Users size={18} aria-hidden="true" />} onPress={() => onGoTo('people')}>
        {t('people.title', {
          count: people.filter(isSeated).length,
        })}
      </Entry>
      {session.state !== 'ended' && (
        <Entry icon={<Table2 size={18} aria-hidden="true" />} onPress={() => setIsImporting(true)}>
          {t('more.import')}
        </Entry>
      )}
      {me.can['set-setting'] && (
        <Choice
          label={t('create.door')}
          options={[
            { value: 'open', label: t('create.door-open') },
            { value: 'ask', label: t('create.door-ask') },
          ]}
          value={session.settings.door}
          onChange={(door) => void press({ type: 'set-setting', door })}
        />
      )}
      {session.links?.participant && (
        <section className={styles.group}>
          <h3 className={styles.heading}>
            <Link2 size={16} aria-hidden="true" /> {t('create.link-participant')}
          </h3>
          <CopyLine text={inviteUrl(origin, session.id, 'participant', session.links.participant)} />
        </section>
      )}
      <section className={styles.group}>
        <h3 className={styles.heading}>{t('ended.export')}</h3>
        <Suspense>
          <TakeAlong />
        </Suspense>
      </section>
      {me.can['set-setting'] && (
        <Choice
          label={t('more.participants-export')}
          options={[
            { value: 'no', label: t('more.no') },
            { value: 'yes', label: t('more.yes') },
          ]}
          value={session.settings.participantsExport ? 'yes' : 'no'}
          onChange={(value) => void press({ type: 'set-setting', participantsExport: value === 'yes' })}
        />
      )}
      <div className={styles.entries}>
        {step && (
          <Entry
            icon={<FastForward size={18} aria-hidden="true" />}
            disabled={!me.can['skip']}
            onPress={() => void press({ type: 'skip', ...expected }, true)}
          >
            {t('more.skip')}
          </Entry>
        )}
        {me.can['end'] && (
          <Entry
            icon={<Flag size={18} aria-hidden="true" />}
            onPress={() => void press({ type: 'end', ...expected }, true)}
          >
            {t('bar.end')}
          </Entry>
        )}
        {me.role === 'facilitator' && (
          <Entry icon={<Trash2 size={18} aria-hidden="true" />} onPress={() => setAsksToDelete(true)}>
            {t('delete.ask')}
          </Entry>
        )}
      </div>
    </Panel>
  )
}
