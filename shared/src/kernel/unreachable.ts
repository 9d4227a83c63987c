/** The end of a switch over a union: does not compile while a case is missing. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${String(value)}`)
}
