import './graphql/edition.ts'
import './graphql/mutations.ts'
