import type { AuthProvider } from 'ra-core'
import { areas } from '../areas.ts'
import { announceExpiry, signOut, type Viewer } from './session.ts'

const permissionOf = new Map(
  areas.flatMap((area) => area.resources.map((resource) => [resource.spec.name, resource.permission] as const)),
)

/**
 * The standing of the signed-in person for react-admin. Signing in lies outside of it (`Root`), so that an ended session is answered by a
 * sign-in page over the open page instead of a change of address.
 */
export function createAuthProvider(viewer: Viewer, onLeave: () => void): AuthProvider {
  return {
    login: () => Promise.resolve(),
    logout: async () => {
      // Leave even when the server cannot be told: the session ends by itself.
      await signOut().catch(() => undefined)
      onLeave()
      return false
    },
    checkAuth: () => Promise.resolve(),
    checkError: (error: { status?: number }) => {
      if (error.status === 401) announceExpiry()
      return Promise.resolve()
    },
    getIdentity: () => Promise.resolve({ id: viewer.id, fullName: viewer.displayName }),
    getPermissions: () => Promise.resolve(viewer.permissions),
    canAccess: ({ resource }) => {
      const needed = permissionOf.get(resource) ?? null
      return Promise.resolve(needed === null || viewer.permissions.includes(needed))
    },
  }
}
