import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { OptionsProps } from '../method-view.tsx'
import { DeckPreview } from './deck-preview.tsx'
import { type BroughtDeck, OwnDeckField } from './own-deck-field.tsx'
import { SeedField } from './seed-field.tsx'

const SCOPES = ['shared', 'table', 'person'] as const
const DECKS = ['words', 'pictures', 'own'] as const

const isOneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.some((each) => each === value)

/** What can be chosen about random associations besides their minutes. */
export const RandomOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  const { scope, deck, seed } = settings
  const brought = typeof deck === 'object' && deck !== null ? (deck as BroughtDeck) : undefined
  // A deck of one's own counts once it can be drawn from.
  const [brings, setBrings] = useState(brought !== undefined)
  const chosenScope = isOneOf(SCOPES, scope) ? scope : 'shared'
  const chosenDeck = brings ? 'own' : deck === 'pictures' ? 'pictures' : 'words'
  return (
    <>
      <Choice
        label={t('random.deck')}
        options={DECKS.map((value) => ({ value, label: t(`random.deck-${value}`) }))}
        value={chosenDeck}
        onChange={(value) => {
          setBrings(value === 'own')
          if (value !== 'own') onChange({ deck: value })
        }}
      />
      {chosenDeck === 'own' ? (
        <OwnDeckField deck={brought} onChange={(changed) => onChange({ deck: changed })} />
      ) : (
        <DeckPreview deck={chosenDeck} />
      )}
      <Choice
        label={t('random.scope')}
        options={SCOPES.map((value) => ({ value, label: t(`random.scope-${value}`) }))}
        value={chosenScope}
        onChange={(value) => onChange({ scope: value })}
        {...(chosenScope !== 'shared' && { hint: t(`random.scope-${chosenScope}-about`) })}
      />
      <NumberField
        label={t('random.count')}
        hint={t('random.count-about')}
        value={Number(settings['count'] ?? 3)}
        least={1}
        most={6}
        onChange={(count) => onChange({ count })}
      />
      <NumberField
        label={t('random.goal')}
        hint={t('random.goal-about')}
        value={Number(settings['goalPerPerson'] ?? 10)}
        least={1}
        most={50}
        onChange={(goalPerPerson) => onChange({ goalPerPerson })}
      />
      <Choice
        label={t('random.provenance')}
        options={(['shown', 'hidden'] as const).map((value) => ({ value, label: t(`random.provenance-${value}`) }))}
        value={settings['provenance'] === 'hidden' ? 'hidden' : 'shown'}
        onChange={(provenance) => onChange({ provenance })}
        hint={t('random.provenance-about')}
      />
      <SeedField seed={typeof seed === 'string' ? seed : ''} onChange={(value) => onChange({ seed: value })} />
    </>
  )
}
