import { RELATIONS } from '@roundel/shared/board'
import { countFigures } from '@roundel/shared/methods/random'
import { useList, useNumber, useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './panels.module.css'
import { useRandom } from './random-context.ts'
import { RELATION_TEXTS } from './relations.ts'

/** What each card led to, and the mix of relations: for whoever leads. */
export const FiguresPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const number = useNumber()
  const list = useList()
  const { step, items, links, nameOf } = useRandom()
  const { stimuli, free, relations } = countFigures(
    [...items.values()].filter((item) => item.step === step.id),
    links,
  )
  return (
    <Panel title={t('random.figures')} onClose={onClose}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('random.card')}</th>
            <th scope="col">{t('random.figure-associations')}</th>
            <th scope="col">{t('random.figure-connections')}</th>
            <th scope="col">{t('random.figure-ideas')}</th>
          </tr>
        </thead>
        <tbody>
          {stimuli.map(({ stimulus, associations, connections, ideas }) => (
            <tr key={stimulus}>
              <th scope="row">
                <bdi>{nameOf(stimulus)}</bdi> {connections === 0 && <Chip tone="warn">{t('random.unconnected')}</Chip>}
              </th>
              <td>{number(associations)}</td>
              <td>{number(connections)}</td>
              <td>{number(ideas)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('random.figure-free', { count: free })}</p>
      <p>{list(RELATIONS.map((relation) => `${t(RELATION_TEXTS[relation])} ${number(relations[relation])}`))}</p>
      <p className={styles.quiet}>{t('random.figures-published')}</p>
    </Panel>
  )
}
