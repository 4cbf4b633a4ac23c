import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { rememberSignedIn, savedLanguage, savedTheme, wasSignedIn } from './frame/preferences.ts'
import { fetchViewer, onExpiry, type Viewer } from './frame/session.ts'
import { SignIn } from './identity/SignIn.tsx'

const loadApp = () => import('./App.tsx')
const App = lazy(loadApp)

type Standing = { state: 'WAITING' } | { state: 'SIGNED_OUT' } | { state: 'SIGNED_IN'; viewer: Viewer; isExpired: boolean }

/**
 * Decides between the sign-in page and the application. The sign-in page needs none of the application's code, so it stands at once.
 * When a session ends, it is laid over the open page: the address, the filters and the text in the forms stay as they are.
 */
export function Root() {
  const [standing, setStanding] = useState<Standing>(() => ({ state: wasSignedIn() ? 'WAITING' : 'SIGNED_OUT' }))

  useEffect(() => {
    document.documentElement.lang = savedLanguage()
    document.documentElement.dataset.theme = savedTheme()
    fetchViewer().then(
      (viewer) => {
        rememberSignedIn(viewer !== null)
        setStanding(viewer ? { state: 'SIGNED_IN', viewer, isExpired: false } : { state: 'SIGNED_OUT' })
      },
      () => setStanding({ state: 'SIGNED_OUT' }),
    )
    void loadApp()
    return onExpiry(() =>
      setStanding((before) => (before.state === 'SIGNED_IN' ? { ...before, isExpired: true } : { state: 'SIGNED_OUT' })),
    )
  }, [])

  const enter = useCallback((viewer: Viewer) => {
    rememberSignedIn(true)
    setStanding((before) => {
      // Another person may not see what the first one left on the screen.
      if (before.state === 'SIGNED_IN' && before.viewer.id !== viewer.id) window.location.assign('/')
      return { state: 'SIGNED_IN', viewer, isExpired: false }
    })
  }, [])
  const leave = useCallback(() => {
    rememberSignedIn(false)
    window.location.assign('/')
  }, [])

  if (standing.state === 'WAITING') return <Waiting />
  if (standing.state === 'SIGNED_OUT') return <SignIn onEnter={enter} />
  return (
    <>
      <div inert={standing.isExpired}>
        <Suspense fallback={<Waiting />}>
          <App viewer={standing.viewer} onLeave={leave} isExpired={standing.isExpired} />
        </Suspense>
      </div>
      {standing.isExpired && <SignIn onEnter={enter} isExpired />}
    </>
  )
}

function Waiting() {
  return (
    <div className="shell-wait" role="status">
      <span className="shell-mark" aria-hidden="true" />
      Tera
    </div>
  )
}
