import { ApolloClient, ApolloLink, type DocumentNode, HttpLink, InMemoryCache } from '@apollo/client'
import { savedLanguage } from '../preferences.ts'

const language = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
    headers: { ...headers, 'accept-language': savedLanguage(), 'x-graphql-csrf': '1' },
  }))
  return forward(operation)
})

/** Nothing is looked up by type here, so documents go out as they are written: each `__typename` would count against their size. */
class UnusedCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document
  }
}

/**
 * The one connection to the API. Answers are kept by react-query alone, so that a refresh has one meaning; Apollo's own cache stays empty.
 * A field that the person may not read comes as null with a coded error beside the data: `all` keeps the rest of the page.
 */
export const client = new ApolloClient({
  link: language.concat(new HttpLink({ uri: '/graphql', credentials: 'same-origin' })),
  cache: new UnusedCache(),
  // A read that is asked for again while the first is under way must not share its request: the first one's is cut off.
  queryDeduplication: false,
  defaultOptions: {
    query: { fetchPolicy: 'no-cache', errorPolicy: 'all' },
    mutate: { fetchPolicy: 'no-cache', errorPolicy: 'none' },
  },
})
