import type { DemoAccount } from '../frame/session.ts'

type Props = {
  accounts: DemoAccount[]
  title: string
  help: string
  isBusy: boolean
  onChoose: (identifier: string, password: string) => Promise<void>
}

/** The accounts of an invented city, one click each. The server lists none when it holds real data. */
export function DemoAccounts({ accounts, title, help, isBusy, onChoose }: Props) {
  if (accounts.length === 0) return null
  return (
    <section className="sign-in-demo">
      <h2>{title}</h2>
      <p>{help}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" disabled={isBusy} onClick={() => void onChoose(account.username, account.password)}>
              <strong>{account.role}</strong>
              <span>{account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
