import type { ItemId } from '@roundel/shared/kernel'
import { useLanguage, useText } from '../../i18n/text.ts'
import { guessLanguage } from '../../i18n/language.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useWhys } from './model.ts'
import { listRootCauses } from './roots-list.ts'
import { SayField } from './say-field.tsx'
import { useGive } from './use-give.ts'
import styles from './whys.module.css'

/** Where an idea against a root is written. */
export const IdeaCard = () => {
  const t = useText()
  const language = useLanguage()
  const announce = useAnnounce()
  const { tree, step, chosen, choose, say, may } = useWhys()
  const { send } = useGive()
  const roots = listRootCauses(tree)
  const root = roots.find(({ item }) => item === chosen) ?? roots[0]
  if (!root || !may('add-countermeasure')) return null
  const add = async (text: string): Promise<string | undefined> => {
    const { problem } = await send({
      type: 'add-countermeasure',
      root: root.item,
      text,
      lang: guessLanguage(text, language),
    })
    if (problem === undefined) announce(t('whys.idea-added'))
    return problem
  }
  return (
    <section className={styles.card} aria-label={t('whys.idea-how')}>
      <h2 className={styles.heading}>{t('whys.idea-how')}</h2>
      <SelectField
        label={t('whys.idea-root')}
        value={root.item}
        onChange={(event) => choose(event.target.value as ItemId)}
      >
        {roots.map(({ item }) => (
          <option key={item} value={item}>
            {say(item)}
          </option>
        ))}
      </SelectField>
      <SayField
        place={`${step} idea ${root.item}`}
        label={t('whys.idea-text')}
        placeholder={t('whys.idea-like')}
        button={t('whys.idea-add')}
        onSay={add}
      />
    </section>
  )
}
