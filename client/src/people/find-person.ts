import { fold } from '../keys/fold.ts'

/** Whether a name holds what somebody looks for, whatever its accents, capitals and keyboards are. */
export const isNamed = (name: string, wanted: string): boolean => fold(name).includes(fold(wanted).trim())
