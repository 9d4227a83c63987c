/** What to ask oneself on reaching a depth. There is neither a least number of whys nor a greatest. */
export type DepthHint = 'can-you-act' | 'stop-or-go-on' | 'outside-your-reach'

/** The hint for a cause so many whys below the problem: at 3, at 5, and from 8 on. */
export const depthHint = (depth: number): DepthHint | undefined => {
  if (depth >= 8) return 'outside-your-reach'
  if (depth === 5) return 'stop-or-go-on'
  return depth === 3 ? 'can-you-act' : undefined
}
