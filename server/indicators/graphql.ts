import './graphql/lists.ts'
import './graphql/review.ts'
import './graphql/mutations.ts'
