import { create } from 'zustand'

/**
 * The lines to all that were read out here, and put away, last: by the moment at which their time is over. They outlive
 * the screen.
 */
export const useHeardLines = create<{ readonly said?: number; readonly put?: number }>()(() => ({}))
