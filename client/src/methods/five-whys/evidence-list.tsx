import type { CauseView, Evidence } from '@roundel/shared/methods/five-whys'
import { Minus, Plus } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import type { usePress } from './use-give.ts'
import styles from './whys.module.css'
import { KIND_WORDS } from './words.ts'

type Press = ReturnType<typeof usePress>['press']

const EvidenceRow = ({
  cause,
  evidence,
  press,
}: {
  readonly cause: CauseView
  readonly evidence: Evidence
  readonly press: Press
}) => {
  const t = useText()
  const { may, own, leads } = useWhys()
  const { item, kind, supports, source } = evidence
  const { icon: Icon, word } = KIND_WORDS[kind]
  const mayRemove = may('remove-evidence') && (leads || (own.has(item) && !cause.verdict))
  return (
    <li className={styles.entry}>
      <p className={styles.chips}>
        <Chip tone={supports ? 'ok' : 'warn'}>
          {supports ? <Plus size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
          {t(supports ? 'whys.evidence-for' : 'whys.evidence-against')}
        </Chip>
        <Chip>
          <Icon size={14} aria-hidden="true" />
          {t(word)}
        </Chip>
      </p>
      <Quoted item={item} />
      {source && (
        <p className={styles.small} dir="auto">
          {t('whys.evidence-from', { source })}
        </p>
      )}
      {mayRemove && (
        <Button
          look="quiet"
          className={styles.start}
          onClick={() => void press({ type: 'remove-evidence', cause: cause.item, item })}
        >
          {t('whys.remove')}
        </Button>
      )}
    </li>
  )
}

/** What is known of a cause, and how. */
export const EvidenceList = ({ cause, press }: { readonly cause: CauseView; readonly press: Press }) =>
  cause.evidence.length > 0 && (
    <ul className={styles.entries}>
      {cause.evidence.map((evidence) => (
        <EvidenceRow key={evidence.item} cause={cause} evidence={evidence} press={press} />
      ))}
    </ul>
  )
