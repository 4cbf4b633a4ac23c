import { useCallback } from 'react'
import { useRead } from '../frame/data/read.ts'
import { IMPORT_KINDS } from './data.ts'

/** The server's label of a kind of file; the name itself until it is known. */
export function useKindLabel(): (kind: string) => string {
  const { data } = useRead(IMPORT_KINDS, {})
  return useCallback((kind) => data?.importKinds.find(({ name }) => name === kind)?.label ?? kind, [data])
}
