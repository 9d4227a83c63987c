import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { joinClasses } from '../../ui/classes.ts'
import { TextField } from '../../ui/field.tsx'
import { CheckList } from './checks.tsx'
import { useDayWords } from '../day.ts'
import { FormPanel } from './form-panel.tsx'
import { useWhys } from './model.ts'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'

const PausePanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const [until, setUntil] = useState('')
  return (
    <FormPanel
      title={t('whys.pause')}
      about={<p>{t('whys.pause-about')}</p>}
      button={t('whys.pause-do')}
      onClose={onClose}
      command={{ type: 'pause-run', ...(until && { until }) }}
    >
      <TextField
        label={t('whys.pause-until')}
        hint={t('whys.pause-until-about')}
        type="date"
        dir="ltr"
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormPanel>
  )
}

/** That a run is put aside, and what it waits for. */
export const PausedNotice = () => {
  const t = useText()
  const dayWords = useDayWords()
  const { tree, may } = useWhys()
  const { press, isBusy, problem } = usePress()
  if (!tree.paused) return null
  const { until } = tree.paused
  const open = tree.checks.filter(({ result }) => !result)
  return (
    <section className={styles.paused} aria-label={t('whys.paused')}>
      <p className={joinClasses(styles.line, styles.strong)}>
        <Hourglass size={18} aria-hidden="true" />
        {until === undefined ? t('whys.paused') : t('whys.paused-until', { day: dayWords(until) })}
      </p>
      <p>{t(open.length > 0 ? 'whys.paused-checks' : 'whys.paused-none', { count: open.length })}</p>
      {open.length > 0 && <CheckList checks={open} showsCause />}
      {may('resume-run') && (
        <Button
          look="primary"
          className={styles.start}
          disabled={isBusy}
          onClick={() => void press({ type: 'resume-run' })}
        >
          {t('whys.resume')}
        </Button>
      )}
      {problem && <p className={styles.problem}>{problem}</p>}
    </section>
  )
}

/** For those who lead: the way to put a run aside until checks are done. */
export const PauseButton = () => {
  const t = useText()
  const { tree, may, phase } = useWhys()
  const [isOpen, setIsOpen] = useState(false)
  if (tree.paused || phase === 'problem' || !may('pause-run')) return null
  return (
    <>
      <Button look="quiet" className={styles.start} onClick={() => setIsOpen(true)}>
        <Hourglass size={18} aria-hidden="true" />
        {t('whys.pause')}
      </Button>
      {isOpen && <PausePanel onClose={() => setIsOpen(false)} />}
    </>
  )
}
