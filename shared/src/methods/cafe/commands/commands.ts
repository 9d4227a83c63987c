import { MOVING } from './moving.ts'
import { SETTING_UP } from './setting-up.ts'
import { TELLING } from './telling.ts'

/** Every command of the café. */
export const CAFE_COMMANDS = [...SETTING_UP, ...MOVING, ...TELLING] as const
