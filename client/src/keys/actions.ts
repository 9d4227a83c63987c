import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something a person can do now. */
export interface Action {
  /** Unique. One that is also the id of a binding is done by its keys. */
  readonly id: string
  /** What it is called, in the person's language. Without a name it is not listed. */
  readonly name?: string
  readonly run: () => void
}

let actions: readonly Action[] = []
const listeners = new Set<() => void>()

const become = (next: readonly Action[]): void => {
  actions = next
  for (const listener of listeners) listener()
}

/** Offers an action while the component is there and `when` holds: to the palette by its name, to its keys. */
export const useAction = ({ id, name, run, when = true }: Action & { readonly when?: boolean }): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!when) return
    const action = { id, ...(name && { name }), run: () => latest.current() }
    become([...actions, action])
    return () => become(actions.filter((each) => each !== action))
  }, [id, name, when])
}

/** Does an action that is offered now. Answers whether there was one; of two with one id it is the later. */
export const runAction = (id: string): boolean => {
  const action = actions.findLast((each) => each.id === id)
  action?.run()
  return action !== undefined
}

const subscribe = (onChange: () => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** All that is offered now. */
export const useActions = (): readonly Action[] => useSyncExternalStore(subscribe, () => actions)
