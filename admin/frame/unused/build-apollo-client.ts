/** Stands in for the part of ra-data-graphql that makes a client of its own; the console gives it one. */
export default function buildApolloClient(): never {
  throw new Error('The data provider is given its client.')
}
