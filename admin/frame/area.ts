import type { ComponentType } from 'react'
import type { ResourceSpec } from './data/specs.ts'
import type { MessageKey } from './language/messages.ts'

/** A list of the console with its pages; each page is loaded when it is opened. */
export type ConsoleResource = {
  spec: ResourceSpec
  label: MessageKey
  icon: ComponentType
  /** Permission without which the menu does not show it; the server decides in any case. Null: everybody who is signed in. */
  permission: string | null
  list: ComponentType
  show?: ComponentType
  create?: ComponentType
  /** Permission without which nothing is created; that of the list when it is left out. */
  createPermission?: string
  edit?: ComponentType
  recordRepresentation?: string
  /** False for a resource that another page leads to. */
  isInMenu?: boolean
}

/** A page of its own, at its own address. */
export type ConsolePage = {
  path: string
  label: MessageKey
  icon: ComponentType
  permission: string | null
  page: ComponentType
  isInMenu?: boolean
}

/** What an area adds to the console: a group in the menu, resources and pages. */
export type ConsoleArea = {
  label: MessageKey
  resources: readonly ConsoleResource[]
  pages: readonly ConsolePage[]
}
