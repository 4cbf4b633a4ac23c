import './graphql/org-predikat.ts'
import './graphql/session.ts'
import './graphql/mutations.ts'
import './graphql/diagnostics.ts'
