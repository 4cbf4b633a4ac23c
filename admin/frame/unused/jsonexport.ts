/** Stands in for a library that only react-admin's own exporter calls; lists are exported by the server. */
export default function jsonexport(): never {
  throw new Error('Lists are exported by the server.')
}
