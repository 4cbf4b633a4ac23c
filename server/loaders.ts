import DataLoader from 'dataloader'

/** Batches of one request: what is asked for many ids in one tick is answered by one statement. */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>()

  /** Answers for `id`; `batch` gets all ids of the tick and answers in their order. `key` names the question. */
  load<Value>(key: string, id: string, batch: (ids: readonly string[]) => Promise<readonly Value[]>): Promise<Value> {
    let loader = this.#loaders.get(key) as DataLoader<string, Value> | undefined
    if (!loader) {
      loader = new DataLoader<string, Value>(batch, { maxBatchSize: 1_000 })
      this.#loaders.set(key, loader as DataLoader<string, unknown>)
    }
    return loader.load(id)
  }
}
