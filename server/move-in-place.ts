import { existsSync, renameSync, rmSync } from 'node:fs'

/** Renames a finished folder to its place. When another process was first, its work counts and ours is removed. */
export function moveInPlace(fresh: string, place: string): void {
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (!existsSync(place)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
}
