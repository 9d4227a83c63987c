// Stands in for `lib0/broadcastchannel`, by which the provider would talk to other tabs. Ours never do: whatever a
// device sends must have been made there.
export const subscribe = (): void => undefined
export const unsubscribe = (): void => undefined
export const publish = (): void => undefined
