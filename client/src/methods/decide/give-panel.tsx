import { CommandPanel, type CommandPanelProps } from '../command-panel.tsx'
import { useGive } from './use-give.ts'

/** A panel that gives one command about a decision or an action. */
export const GivePanel = (props: CommandPanelProps) => <CommandPanel {...props} {...useGive()} />
