/** What can be done with cards and connections, besides writing. `draw`, `draw-more` and `redraw` are for those who lead. */
export type RandomPress = 'draw' | 'draw-more' | 'redraw' | 'swap' | 'connect'

/**
 * What each phase offers. Cards are drawn as `associate` begins, or the first phase after it where that is skipped; what
 * lies open for everybody is replaced only before people build on it; one person puts a card away until ideas are shared.
 */
const OFFERED: Readonly<Record<string, readonly RandomPress[]>> = {
  associate: ['draw', 'redraw', 'swap'],
  connect: ['draw', 'swap', 'connect'],
  bridge: ['draw', 'draw-more', 'swap'],
  share: ['draw'],
}

/** Whether a phase offers a press. */
export const isOffered = (press: RandomPress, phase: string): boolean =>
  Object.hasOwn(OFFERED, phase) && OFFERED[phase]?.includes(press) === true
