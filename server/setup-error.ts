/** The machine or its settings stand in the way: no bug and no refusal of the domain. `tera` prints the message and exits with 3. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}
