import { COLOURS, type Colour } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { PROBLEM_TEXTS } from '../../sync/problem-text.ts'
import { useView } from '../../sync/room-context.ts'
import { Alert } from '../../ui/alert.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { ColourMark } from '../../ui/colour-mark.tsx'
import { colourClass } from '../../ui/colour.ts'
import { joinClasses } from '../../ui/classes.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Sorting } from '../use-sorting.ts'
import styles from './colour-names.module.css'

/** One colour and what it means. What is typed is kept when the line is left; others' words come in while nothing is typed. */
const ColourName = ({
  colour,
  name,
  onName,
}: {
  readonly colour: Colour
  readonly name: string
  readonly onName: (name: string) => void
}) => {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const keep = (): void => {
    if (typed !== undefined && typed.trim() !== name) onName(typed.trim())
    setTyped(undefined)
  }
  return (
    <label className={joinClasses(styles.line, colourClass(colour))}>
      <span className={styles.swatch}>
        <ColourMark colour={colour} size={12} />
      </span>
      <span className={styles.colour}>{t(`colour.${colour}`)}</span>
      <input
        className={styles.input}
        dir={(typed ?? name) ? 'auto' : undefined}
        aria-label={t('colours.meaning', { colour: t(`colour.${colour}`) })}
        maxLength={LIMITS.labelCharacters}
        value={typed ?? name}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
    </label>
  )
}

/** Says what the colours of notes mean in this session. */
export const ColourNames = ({
  onName,
  onClose,
}: {
  readonly onName: NonNullable<Sorting['nameColour']>
  readonly onClose: () => void
}) => {
  const t = useText()
  const announce = useAnnounce()
  const { session } = useView()
  const [problem, setProblem] = useState<string>()

  const give = async (colour: Colour, name: string): Promise<void> => {
    const refused = await onName(colour, name)
    setProblem(refused && t(PROBLEM_TEXTS[refused]))
    if (!refused) announce(t('colours.named', { colour: t(`colour.${colour}`) }))
  }
  return (
    <Panel title={t('colours.names')} place="middle" onClose={onClose}>
      <p className={styles.about}>{t('colours.names-about')}</p>
      <Alert>{problem}</Alert>
      <div className={styles.lines}>
        {COLOURS.map((colour) => (
          <ColourName
            key={colour}
            colour={colour}
            name={session.colours?.[colour] ?? ''}
            onName={(name) => void give(colour, name)}
          />
        ))}
      </div>
    </Panel>
  )
}
