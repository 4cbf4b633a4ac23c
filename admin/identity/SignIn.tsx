import { type FormEvent, useEffect, useState } from 'react'
import { type Language, savedLanguage, saveLanguage } from '../frame/preferences.ts'
import { type DemoAccount, fetchDemoAccounts, SignInError, signIn, type Viewer } from '../frame/session.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { signInMessages } from './sign-in-messages.ts'

type Props = { onEnter: (viewer: Viewer) => void; isExpired?: boolean }

/** Sign-in by NIP or user name. It is plain HTML on purpose: it shows before the application has loaded. */
export function SignIn({ onEnter, isExpired = false }: Props) {
  const [language, setLanguage] = useState<Language>(savedLanguage)
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [accounts, setAccounts] = useState<DemoAccount[]>([])
  const text = signInMessages[language]

  useEffect(() => {
    // Without the list the page works as before.
    fetchDemoAccounts().then(setAccounts, () => setAccounts([]))
  }, [])

  const enter = async (name: string, secret: string) => {
    setBusy(true)
    setFault(null)
    try {
      onEnter(await signIn(name.trim(), secret))
    } catch (error) {
      setFault(error instanceof SignInError && error.message ? error.message : text.unavailable)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter(identifier, password)
  }
  const toggleLanguage = () => {
    const next = language === 'id' ? 'en' : 'id'
    saveLanguage(next)
    setLanguage(next)
  }

  return (
    <main className={isExpired ? 'sign-in sign-in-over' : 'sign-in'} lang={language}>
      <div className="sign-in-card">
        <div className="sign-in-head">
          <img src="/icon.svg" alt="" />
          <h1>{text.title}</h1>
        </div>
        <p>{isExpired ? text.expired : text.lead}</p>
        <form onSubmit={submit}>
          <label htmlFor="identifier">{text.identifier}</label>
          <input
            id="identifier"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={identifier}
            onChange={(event) => setIdentifier(event.target.value)}
          />
          <label htmlFor="password">{text.password}</label>
          <input
            id="password"
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {fault && (
            <div className="sign-in-fault" role="alert">
              {fault}
            </div>
          )}
          <button className="sign-in-go" type="submit" disabled={isBusy}>
            {isBusy ? text.busy : text.submit}
          </button>
          <div className="sign-in-foot">
            <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? text.hide : text.show}
            </button>
            <button type="button" lang={language === 'id' ? 'en' : 'id'} onClick={toggleLanguage}>
              {text.other}
            </button>
          </div>
        </form>
        <DemoAccounts accounts={accounts} title={text.demo} help={text.demoHelp} isBusy={isBusy} onChoose={enter} />
      </div>
    </main>
  )
}
