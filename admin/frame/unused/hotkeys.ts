/** Stands in for the library behind shortcuts of menu items, of which the console has none; its keys are those of the palette and the queues. */
export function useHotkeys(): void {
  // Nothing is listened for.
}
