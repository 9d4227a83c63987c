import { useText } from '../i18n/text.ts'
import { usePreferences } from '../state/preferences.ts'
import { Choice } from '../ui/choice.tsx'

/** Whether this device stays awake, buzzes and marks its title. One choice for all three. */
export const Stirring = () => {
  const t = useText()
  const { signals, set } = usePreferences()
  return (
    <Choice
      label={t('stirring.choose')}
      hint={t('stirring.hint')}
      options={[
        { value: 'on', label: t('stirring.on') },
        { value: 'off', label: t('stirring.off') },
      ]}
      value={signals ? 'on' : 'off'}
      onChange={(value) => set({ signals: value === 'on' })}
    />
  )
}
