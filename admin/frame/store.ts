import { localStorageStore, type Store } from 'ra-core'

/** react-admin's store on this device. Signing out empties it, except for what belongs to the device and not to the person. */
export function createStore(): Store {
  const store = localStorageStore('1', 'tera')
  return {
    ...store,
    reset: () => {
      const kept = ['locale', 'theme'].map((key) => [key, store.getItem(key)] as const)
      store.reset()
      for (const [key, value] of kept) if (value !== undefined) store.setItem(key, value)
    },
  }
}
