import { useState } from 'react'
import type { CommandBody } from '../../sync/commands.ts'
import { CommandPanel, type CommandPanelProps } from '../command-panel.tsx'
import { useGive } from './use-give.ts'

/** A panel that gives one command about a problem, its causes or their roots. */
export const FormPanel = (props: CommandPanelProps) => {
  const { send, isBusy } = useGive()
  const [problem, setProblem] = useState<string>()
  const give = async (command: CommandBody): Promise<boolean> => {
    const { problem: failure } = await send(command)
    setProblem(failure)
    return failure === undefined
  }
  return <CommandPanel {...props} send={give} isBusy={isBusy} problem={problem} />
}
