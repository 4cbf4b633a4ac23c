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

/** Puts a finished folder where an older one may lie; the older one goes to `attic`, for the caller to remove. */
export function replaceFolder(fresh: string, place: string, attic: string): void {
  if (existsSync(place)) renameSync(place, attic)
  moveInPlace(fresh, place)
}
