import type { SessionPart } from '@roundel/shared/session'
import type { LucideIcon } from 'lucide-react'
import { useCallback } from 'react'
import { useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from './index.ts'

/** What an entry of the agenda is called and drawn as: its own title, else its method's name. */
export const useAgendaWords = (): ((entry: Pick<SessionPart['agenda'][number], 'kind' | 'title'>) => {
  readonly title: string
  readonly icon: LucideIcon
}) => {
  const t = useText()
  return useCallback(
    ({ kind, title }) => {
      const method = METHOD_VIEWS[kind]
      return { title: title || t(method.name), icon: method.icon }
    },
    [t],
  )
}
