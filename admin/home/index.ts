import { lazy } from 'react'

/** The home page: what there is, how far the last period has come, and what waits for the person. */
export const Home = lazy(() => import('./HomePage.tsx'))
