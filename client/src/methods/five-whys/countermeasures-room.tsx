import type { ItemId } from '@roundel/shared/kernel'
import type { CauseView } from '@roundel/shared/methods/five-whys'
import { CircleDashed, Plus } from 'lucide-react'
import { useState } from 'react'
import { Empty } from '../../board/empty.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CauseTree } from './cause-tree.tsx'
import { useWhys } from './model.ts'
import { Quoted } from './quoted.tsx'
import { listRootCauses } from './roots-list.ts'
import { StateChip } from './state-chip.tsx'
import { usePress } from './use-give.ts'
import styles from './whys.module.css'
import { ROOT_WORDS } from './words.ts'

/** Which roots an idea would remove. */
const AddressPanel = ({ idea, onClose }: { readonly idea: ItemId; readonly onClose: () => void }) => {
  const t = useText()
  const { tree, say } = useWhys()
  const { press, problem } = usePress()
  const addressed = tree.countermeasures.find(({ item }) => item === idea)?.addresses ?? []
  const roots = listRootCauses(tree)
  return (
    <Panel title={t('whys.address')} onClose={onClose}>
      <div className={styles.form}>
        <Quoted item={idea} />
        {roots.map(({ item }) => (
          <Check
            key={item}
            label={say(item)}
            checked={addressed.includes(item)}
            onChange={(addresses) => void press({ type: 'address-root', item: idea, root: item, addresses })}
          />
        ))}
        {problem && <p className={styles.problem}>{problem}</p>}
      </div>
    </Panel>
  )
}

const IdeaRow = ({ idea }: { readonly idea: ItemId }) => {
  const t = useText()
  const { tree, own, steers, may } = useWhys()
  const [isOpen, setIsOpen] = useState(false)
  const count = tree.countermeasures.find(({ item }) => item === idea)?.addresses.length ?? 0
  return (
    <li className={styles.entry}>
      <Quoted item={idea} />
      {count > 1 && <Chip>{t('whys.addresses', { count })}</Chip>}
      {may('address-root') && (own.has(idea) || steers) && (
        <Button look="quiet" className={styles.start} onClick={() => setIsOpen(true)}>
          {t('whys.address')}
        </Button>
      )}
      {isOpen && <AddressPanel idea={idea} onClose={() => setIsOpen(false)} />}
    </li>
  )
}

const RootColumn = ({ cause, onWrite }: { readonly cause: CauseView; readonly onWrite: (root: ItemId) => void }) => {
  const t = useText()
  const { tree, may, itemOf, say, chosen } = useWhys()
  const { item, root } = cause
  const ideas = tree.countermeasures.filter(
    ({ item: idea, addresses }) => addresses.includes(item) && itemOf(idea)?.state === 'published',
  )
  return (
    <section className={styles.root} aria-label={say(item)} data-chosen={chosen === item || undefined}>
      <p className={styles.chips}>
        {root && <StateChip state={ROOT_WORDS[root.state]} />}
        {ideas.length === 0 && (
          <Chip tone="warn">
            <CircleDashed size={14} aria-hidden="true" />
            {t('whys.no-idea')}
          </Chip>
        )}
      </p>
      <h2 className={styles.rootText}>
        <Quoted item={item} />
      </h2>
      <ul className={styles.entries}>
        {ideas.map(({ item: idea }) => (
          <IdeaRow key={idea} idea={idea} />
        ))}
      </ul>
      {may('add-countermeasure') && (
        <Button onClick={() => onWrite(item)}>
          <Plus size={18} aria-hidden="true" />
          {t('whys.idea-write')}
        </Button>
      )}
    </section>
  )
}

/** Every root with the ideas that would remove it. */
export const CountermeasuresRoom = ({ onWrite }: { readonly onWrite: (root: ItemId) => void }) => {
  const t = useText()
  const { tree, isScreen } = useWhys()
  const roots = listRootCauses(tree)
  return (
    <>
      {roots.length === 0 ? (
        <Empty title={t('whys.no-roots')}>{t('whys.no-roots-about')}</Empty>
      ) : (
        <div className={styles.roots}>
          {roots.map((cause) => (
            <RootColumn key={cause.item} cause={cause} onWrite={onWrite} />
          ))}
        </div>
      )}
      {!isScreen && (
        <details className={styles.more}>
          <summary className={styles.summary}>{t('whys.tree')}</summary>
          <CauseTree isLight />
        </details>
      )}
    </>
  )
}
