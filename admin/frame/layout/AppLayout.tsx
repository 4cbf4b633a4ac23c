import { CssBaseline } from '@mui/material'
import { type ReactNode, Suspense } from 'react'
import { Layout } from 'react-admin'
import { FaultPage } from '../state/FaultPage.tsx'
import { PageSkeleton } from '../state/PageSkeleton.tsx'
import { AppSidebar } from './AppSidebar.tsx'
import { AppTopBar } from './AppTopBar.tsx'
import { GroupedMenu } from './GroupedMenu.tsx'
import { useDocumentTheme } from './use-document-theme.ts'
import { useSyncedLanguage } from './use-language.ts'

/** The frame of every page: a bar on top, the menu grouped by area, and the content with a way for the keyboard to skip to it. */
export function AppLayout({ children }: { children?: ReactNode }) {
  useDocumentTheme()
  useSyncedLanguage()
  return (
    <CssBaseline enableColorScheme>
      <Layout appBar={AppTopBar} sidebar={AppSidebar} menu={GroupedMenu} error={FaultPage}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </Layout>
    </CssBaseline>
  )
}
