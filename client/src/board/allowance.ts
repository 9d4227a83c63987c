import type { Policy } from '@roundel/shared/methods'

/** Who asks: whether they lead, and whether they are among the few named for this phase. */
export interface Standing {
  readonly leads: boolean
  readonly isNamed: boolean
}

/** Whether a policy reaches somebody for everything, not only for what is their own: what the server will say too. */
export const isAmong = (policy: Policy | undefined, { leads, isNamed }: Standing): boolean =>
  policy === 'all' || (policy === 'some' && (leads || isNamed))
