import { Phone } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { buttonClass } from '../../ui/button.tsx'
import type { TableLook } from './table-look.ts'

/** The way to where a table speaks with each other, on a page of some other service. It opens beside this one, and says so. */
export const CallLink = ({ table }: { readonly table: Pick<TableLook, 'call'> }) => {
  const t = useText()
  if (!table.call) return null
  return (
    <a className={buttonClass({ look: 'secondary' })} href={table.call} target="_blank" rel="noopener noreferrer">
      <Phone size={18} aria-hidden="true" />
      {t('cafe.join-call')}
    </a>
  )
}
