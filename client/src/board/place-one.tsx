import type { Item } from '@roundel/shared/board'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { type PlaceChoices, PlacePanel } from './place-panel.tsx'

/** Grouping on a phone in a small room: one loose item at a time, in the order of the list. */
export const PlaceOne = ({ loose, choices }: { readonly loose: readonly Item[]; readonly choices: PlaceChoices }) => {
  const t = useText()
  const [skipped, setSkipped] = useState(0)
  const item = loose[skipped % Math.max(1, loose.length)]
  if (!item) return null
  return (
    <PlacePanel
      heading={t('group.place', { count: loose.length })}
      item={item}
      choices={choices}
      last={
        loose.length > 1 && (
          <Button look="quiet" onClick={() => setSkipped(skipped + 1)}>
            {t('group.skip')}
          </Button>
        )
      }
    />
  )
}
