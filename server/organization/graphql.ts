import './graphql/unit.ts'
import './graphql/employee.ts'
