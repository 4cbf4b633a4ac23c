import './graphql/fkp.ts'
import './graphql/mutations.ts'
