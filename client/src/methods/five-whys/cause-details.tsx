import { CONTROLS, type CauseView, VERDICTS, childrenOf } from '@roundel/shared/methods/five-whys'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CauseChips } from './cause-chips.tsx'
import { EvidencePanel, MovePanel, RewordPanel, SamePanel } from './cause-panels.tsx'
import { CheckList, CheckPanel } from './checks.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { type Whys, useWhys } from './model.ts'
import { SameCauses } from './same-causes.tsx'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'
import { CONTROL_WORDS, EVIDENCE_STATES, HINT_WORDS } from './words.ts'

/** Whether somebody has built on a cause, so that its words are no longer its writer's alone. */
const isBuiltOn = ({ tree }: Whys, { item, evidence, link, verdict, root }: CauseView): boolean =>
  childrenOf(tree, item).length > 0 ||
  evidence.length > 0 ||
  link !== 'untested' ||
  verdict !== undefined ||
  root !== undefined ||
  tree.checks.some((check) => check.cause === item) ||
  tree.same.some((pair) => pair.cause === item || pair.as === item)

/** Everything about one cause: what is known of it, what people can do about it, and what can be done with it. */
export const CauseDetails = ({ cause }: { readonly cause: CauseView }) => {
  const t = useText()
  const whys = useWhys()
  const { may, own, leads, steers, tree, choose } = whys
  const { press, problem } = usePress()
  const [open, setOpen] = useState<'evidence' | 'check' | 'move' | 'reword' | 'same'>()
  const { item, verdict, control, hint, evidenceState } = cause
  const close = (): void => setOpen(undefined)
  const isOwn = own.has(item)
  const isFree = !isBuiltOn(whys, cause)
  const checks = tree.checks.filter((check) => check.cause === item)
  const mayMove = may('move-cause') && (steers || (isOwn && childrenOf(tree, item).length === 0))
  const acts = [
    may('add-evidence') && ([t('whys.evidence-title'), () => setOpen('evidence')] as const),
    may('add-check') && ([t('whys.check-title'), () => setOpen('check')] as const),
    may('reword-cause') && isOwn && isFree && ([t('whys.reword'), () => setOpen('reword')] as const),
    mayMove && ([t('whys.move'), () => setOpen('move')] as const),
    may('same-cause') && ([t('whys.same'), () => setOpen('same')] as const),
    may('remove-cause') &&
      (isOwn || leads) &&
      isFree &&
      ([
        t('whys.remove-cause'),
        () =>
          void press({ type: 'remove-cause', cause: item }).then((isDone) => {
            if (isDone) choose(cause.parent)
          }),
      ] as const),
  ].filter((act) => act !== false)
  return (
    <section className={styles.details} aria-label={t('whys.known')}>
      <h2 className={styles.heading}>{t('whys.known')}</h2>
      <p className={styles.chips}>
        <CauseChips cause={cause} isWhole />
      </p>
      {hint && <p className={styles.hint}>{t(HINT_WORDS[hint])}</p>}
      <EvidenceList cause={cause} press={press} />
      {checks.length > 0 && <CheckList checks={checks} />}
      <SameCauses cause={cause} press={press} />
      {may('judge-cause') && (
        <Choice
          label={t('whys.judge')}
          options={[
            { value: 'open' as const, label: t('whys.judge-open') },
            ...VERDICTS.map((value) => ({ value, label: t(EVIDENCE_STATES[value].word) })),
          ]}
          value={verdict ?? 'open'}
          onChange={(next) => void press({ type: 'judge-cause', cause: item, verdict: next })}
          {...(evidenceState === 'none' && { hint: t('whys.gate-proof') })}
        />
      )}
      {may('set-control') && (
        <Choice
          label={t('whys.control')}
          options={CONTROLS.map((value) => ({ value, label: t(CONTROL_WORDS[value]) }))}
          value={control ?? ('' as never)}
          onChange={(next) => void press({ type: 'set-control', cause: item, control: next })}
        />
      )}
      {problem && <p className={styles.problem}>{problem}</p>}
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map(([label, act]) => (
            <Button key={label} onClick={act}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {open === 'evidence' && <EvidencePanel cause={cause} onClose={close} />}
      {open === 'check' && <CheckPanel cause={item} onClose={close} />}
      {open === 'move' && <MovePanel cause={cause} onClose={close} />}
      {open === 'reword' && <RewordPanel cause={cause} onClose={close} />}
      {open === 'same' && <SamePanel cause={cause} onClose={close} />}
    </section>
  )
}
