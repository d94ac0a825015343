import { createRootRoute, createRoute, createRouter, retainSearchParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { parseSearch, writeSearch } from '../address/search-codec.ts'
import { Loading } from '../feedback/loading.tsx'
import type { PageEntry, WebModule } from '../module/web-module.ts'
import { useMay } from '../session/use-me.ts'
import { FailedPage } from './failed-page.tsx'
import { ForbiddenPage } from './forbidden-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { SessionGate } from './session-gate.tsx'

type Search = { area?: string; asOf?: string }

const pageComponent = (entry: PageEntry) => {
  const Content = lazy(entry.load)
  return () => {
    const may = useMay()
    if (!may(entry.right)) return <ForbiddenPage title={entry.title} />
    return (
      <Suspense fallback={<Loading lines={6} />}>
        <Content />
      </Suspense>
    )
  }
}

/** The router of the page: every module's pages inside the frame. Area and date stay while one moves about. */
export const makeRouter = (modules: readonly WebModule[]) => {
  const root = createRootRoute({
    component: SessionGate,
    notFoundComponent: NotFoundPage,
    validateSearch: (search: Record<string, unknown>) => search as Search,
    search: { middlewares: [retainSearchParams<Search>(['area', 'asOf'])] },
  })
  const pages = modules
    .flatMap((module) => module.pages)
    .map((entry) =>
      createRoute({ getParentRoute: () => root, path: entry.path, component: pageComponent(entry) }),
    )
  return createRouter({
    routeTree: root.addChildren(pages),
    parseSearch,
    stringifySearch: writeSearch,
    defaultErrorComponent: FailedPage,
    scrollRestoration: true,
  })
}
