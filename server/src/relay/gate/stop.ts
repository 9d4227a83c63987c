import type { Verdict } from './gate.ts'

/** A verdict that ends the judging of an update before its end. */
export type Stop = Extract<Verdict, { type: 'gap' | 'refuse' }>

export const GAP: Stop = { type: 'gap' }

/** Refuses what no stock client of ours writes, or what is beyond a limit. */
export const refuseBad = (reason: string): Stop => ({ type: 'refuse', code: 4400, reason })
/** Refuses what nobody has the right to do, whatever the phase. The client begins afresh, and keeps the texts. */
export const refuseForbidden = (reason: string): Stop => ({ type: 'refuse', code: 4403, reason })
/** Refuses what was written in somebody else's name. */
export const refuseStranger = (reason: string): Stop => ({ type: 'refuse', code: 4409, reason })
