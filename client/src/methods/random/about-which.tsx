import { useText } from '../../i18n/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { useRandom } from './random-context.ts'
import { useSwapNews } from './swap-button.tsx'

/** Which of one's cards one writes about. */
export const AboutWhich = () => {
  const t = useText()
  const { own, about, setAbout, nameOf } = useRandom()
  useSwapNews(own?.hand)
  if (!own || about === undefined) return null
  return (
    <Choice
      label={t('random.about-which')}
      options={own.hand.map(({ item }) => ({ value: item, label: nameOf(item) }))}
      value={about}
      onChange={setAbout}
    />
  )
}
