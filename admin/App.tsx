import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { QueryClient } from '@tanstack/react-query'
import type { AuthProvider } from 'ra-core'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { AdminContext, CoreAdminUI, CustomRoutes, Notification, Resource } from 'react-admin'
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom'
import { areas } from './areas.ts'
import { createAuthProvider } from './frame/auth-provider.ts'
import { codeOf } from './frame/data/errors.ts'
import { createDataProvider } from './frame/data/provider.ts'
import { createI18nProvider } from './frame/language/i18n-provider.ts'
import { AppLayout } from './frame/layout/AppLayout.tsx'
import { savedTheme } from './frame/preferences.ts'
import type { Viewer } from './frame/session.ts'
import { FaultPage } from './frame/state/FaultPage.tsx'
import { NotFoundPage } from './frame/state/NotFoundPage.tsx'
import { PageSkeleton } from './frame/state/PageSkeleton.tsx'
import { createStore } from './frame/store.ts'
import { darkTheme, lightTheme } from './frame/theme.ts'
import { ViewerContext } from './frame/viewer-context.ts'
import { Home } from './home/index.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const emotion = createCache({ key: 'tera', ...(nonce ? { nonce } : {}) })
const dataProvider = createDataProvider(areas.flatMap((area) => area.resources.map((resource) => resource.spec)))
const i18nProvider = await createI18nProvider()
const store = createStore()

/** A refusal stays a refusal; only a server that is out of reach is asked again. */
const retry = (failures: number, error: Error) => failures < 2 && codeOf(error) === 'UNAVAILABLE'

const LoadingPage = () => <PageSkeleton />

type Props = { viewer: Viewer; onLeave: () => void; isExpired: boolean }

export default function App({ viewer, onLeave, isExpired }: Props) {
  const queryClient = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: false } } }),
    [],
  )
  const authProvider = useMemo(() => createAuthProvider(viewer, onLeave), [viewer, onLeave])
  const wasExpired = useRef(false)
  useEffect(() => {
    // What failed while nobody was signed in is asked for again.
    if (wasExpired.current && !isExpired) void queryClient.invalidateQueries()
    wasExpired.current = isExpired
  }, [isExpired, queryClient])

  // A router that can hold back a change of page, so that a form with unsaved text asks first.
  const [router] = useState(() => createBrowserRouter([{ path: '*', element: <Console /> }]))

  return (
    <CacheProvider value={emotion}>
      <ViewerContext value={viewer}>
        <ProvidersContext value={useMemo(() => ({ authProvider, queryClient }), [authProvider, queryClient])}>
          <RouterProvider router={router} />
        </ProvidersContext>
      </ViewerContext>
    </CacheProvider>
  )
}

type Providers = { authProvider: AuthProvider; queryClient: QueryClient }
const ProvidersContext = createContext<Providers | null>(null)

/** Everything inside the router. */
function Console() {
  const providers = useContext(ProvidersContext)
  if (!providers) throw new Error('The console is drawn outside of the application.')
  return (
    <AdminContext
      dataProvider={dataProvider}
      authProvider={providers.authProvider}
      i18nProvider={i18nProvider}
      queryClient={providers.queryClient}
      store={store}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      defaultTheme={savedTheme()}
    >
      <CoreAdminUI
        title="Tera"
        layout={AppLayout}
        dashboard={Home}
        catchAll={NotFoundPage}
        loading={LoadingPage}
        error={FaultPage}
        loginPage={false}
        disableTelemetry
      >
        {areas.flatMap((area) =>
          area.resources.map(({ spec, label, icon, list, show, create, edit, recordRepresentation }) => (
            <Resource
              key={spec.name}
              name={spec.name}
              options={{ label }}
              icon={icon}
              list={list}
              show={show}
              create={create}
              edit={edit}
              recordRepresentation={recordRepresentation}
            />
          )),
        )}
        <CustomRoutes>
          {areas.flatMap((area) => area.pages.map(({ path, page: Page }) => <Route key={path} path={path} element={<Page />} />))}
        </CustomRoutes>
      </CoreAdminUI>
      <Notification />
    </AdminContext>
  )
}
