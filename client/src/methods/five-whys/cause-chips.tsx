import type { CauseView } from '@roundel/shared/methods/five-whys'
import { CopyCheck, Hand } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { useWhys } from './model.ts'
import { StateChip } from './state-chip.tsx'
import { CONTROL_WORDS, EVIDENCE_STATES, LINK_WORDS, OPEN_CHECK, ROOT_WORDS } from './words.ts'

/** What is known of a cause, in icons and words; a cause of which nothing is known yet says nothing. */
export const CauseChips = ({ cause, isWhole = false }: { readonly cause: CauseView; readonly isWhole?: boolean }) => {
  const t = useText()
  const { tree } = useWhys()
  const { evidenceState, link, root, control, item } = cause
  const checks = tree.checks.filter((check) => check.cause === item && !check.result).length
  const isShared = tree.same.some((pair) => pair.cause === item || pair.as === item)
  return (
    <>
      {root && <StateChip state={ROOT_WORDS[root.state]} />}
      {root && root.support > 0 && (
        <Chip>
          <Hand size={14} aria-hidden="true" />
          {t('whys.support', { count: root.support })}
        </Chip>
      )}
      {(isWhole || evidenceState !== 'none') && <StateChip state={EVIDENCE_STATES[evidenceState]} />}
      {(isWhole || link !== 'untested') && <StateChip state={LINK_WORDS[link]} />}
      {control && <Chip>{t(CONTROL_WORDS[control])}</Chip>}
      {checks > 0 && <StateChip state={OPEN_CHECK} count={checks} />}
      {isShared && (
        <Chip>
          <CopyCheck size={14} aria-hidden="true" />
          {t('whys.shared')}
        </Chip>
      )}
    </>
  )
}
