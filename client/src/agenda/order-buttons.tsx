import { ChevronDown, ChevronUp } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { IconButton } from '../ui/button.tsx'

/** Moves a step up or down by one, for whoever drags nothing. At an end the button says the place where the step stands. */
export const OrderButtons = ({
  title,
  at,
  count,
  onMove,
  className,
}: {
  readonly title: string
  /** Where it stands among `count` steps, from 0. */
  readonly at: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly className?: string | undefined
}) => {
  const t = useText()
  const [up, down] = [Math.max(0, at - 1), Math.min(count - 1, at + 1)]
  return (
    <span className={className}>
      <IconButton
        label={t('agenda.up', { title, place: up + 1 })}
        aria-disabled={at === up || undefined}
        onClick={() => onMove(at - 1)}
      >
        <ChevronUp size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('agenda.down', { title, place: down + 1 })}
        aria-disabled={at === down || undefined}
        onClick={() => onMove(at + 1)}
      >
        <ChevronDown size={20} aria-hidden="true" />
      </IconButton>
    </span>
  )
}
