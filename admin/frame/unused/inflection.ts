/**
 * Stands in for the library that react-admin makes English labels of field names with. Every field and list of the console has words of its
 * own in two languages, so a label that was forgotten shows the bare name.
 */
const asItIs = (word: string): string => word

export {
  asItIs as capitalize,
  asItIs as humanize,
  asItIs as inflect,
  asItIs as pluralize,
  asItIs as singularize,
  asItIs as transform,
}
