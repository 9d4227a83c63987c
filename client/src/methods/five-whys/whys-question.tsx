import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { useWhys } from './model.ts'

/** What this phase is about; while people ask why, that is what is looked at. */
export const WhysQuestion = () => {
  const t = useText()
  const { phase, chosen, say, problem } = useWhys()
  switch (phase) {
    case 'whys':
      return <Question heading={chosen === undefined ? problem : say(chosen)} sub={t('whys.sub-whys')} />
    case 'therefore':
      return <Question heading={problem} sub={t('whys.sub-therefore')} />
    case 'roots':
      return <Question heading={problem} sub={t('whys.sub-roots')} />
    case 'countermeasures':
      return <Question heading={problem} sub={t('whys.sub-countermeasures')} />
    default:
      return <Question sub={t('whys.sub-problem')} />
  }
}
