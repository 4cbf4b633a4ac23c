/** What the server says about a command on a record: whether the person may do it now, and if not, why. */
export type Action = { name: string; enabled: boolean; reason: string | null }
