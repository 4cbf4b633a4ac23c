import './graphql/complaint.ts'
import './graphql/figures.ts'
import './graphql/mutations.ts'
