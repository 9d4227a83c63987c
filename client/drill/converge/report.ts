/** What became of one run. */
export interface Report {
  readonly seed: number
  readonly devices: number
  readonly operations: number
  readonly written: number
  readonly acknowledged: number
  readonly kills: number
  readonly compactions: number
  /** How often a replica was refused and reset, and how often a command. */
  readonly refusals: number
  readonly refusedCommands: number
  /** Texts that lie on their writer's device at the end, because they were refused. */
  readonly kept: number
  /** Whatever is not as it must be, in words; nothing when all is well. */
  readonly faults: readonly string[]
}

/** Many reports as one line. */
export const sum = (reports: readonly Report[]): string => {
  const total = (field: Exclude<keyof Report, 'faults' | 'seed'>): number =>
    reports.reduce((before, report) => before + report[field], 0)
  const faults = reports.reduce((before, report) => before + report.faults.length, 0)
  return (
    `${reports.length} seeds, ${total('devices')} devices, ${total('operations')} operations, ` +
    `${total('written')} things written (${total('acknowledged')} acknowledged), ${total('kills')} kills, ` +
    `${total('compactions')} compactions, ${total('refusals')} writes and ${total('refusedCommands')} commands refused, ` +
    `${total('kept')} refused texts kept; ${faults} faults`
  )
}
