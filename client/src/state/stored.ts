import { createJSONStorage } from 'zustand/middleware'

const memory = new Map<string, string>()

/** A drawer of this device. Where the browser forbids storage (private windows), it lasts as long as the tab. */
const drawer: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
  getItem: (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return memory.get(key) ?? null
    }
  },
  setItem: (key, value) => {
    try {
      localStorage.setItem(key, value)
    } catch {
      memory.set(key, value)
    }
  },
  removeItem: (key) => {
    try {
      localStorage.removeItem(key)
    } catch {
      memory.delete(key)
    }
  },
}

export const deviceStorage = createJSONStorage(() => drawer)

/** Keeps a store of this device equal in all its tabs: what one tab writes, the others read. */
export const followOtherTabs = (
  name: string,
  store: { readonly persist: { readonly rehydrate: () => unknown } },
): void => {
  addEventListener('storage', (event) => {
    if (event.key === name) store.persist.rehydrate()
  })
}
