import type { Item } from '@roundel/shared/board'
import { Waypoints } from 'lucide-react'
import { Suspense, useState } from 'react'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { IconButton } from '../ui/button.tsx'

const LineagePanel = laterPart(async () => (await import('./lineage-panel.tsx')).LineagePanel)

/** Asks of one idea where it comes from, and what became of it. */
export const LineageButton = ({ item }: { readonly item: Item }) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <IconButton label={t('note.way', { text: item.text })} onClick={() => setIsOpen(true)}>
        <Waypoints size={18} aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <Suspense>
          <LineagePanel item={item} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
