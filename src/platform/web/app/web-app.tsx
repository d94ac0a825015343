import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { makeQueryClient } from '../api/query-client.ts'
import { ModulesContext } from '../module/modules-context.ts'
import type { WebModule } from '../module/web-module.ts'
import { ThemeProvider } from '../theme/theme-provider.tsx'
import { makeRouter } from './make-router.tsx'

/** The whole page, made of modules. The list of modules must not change while the page is open. */
export const WebApp = ({ modules }: { modules: readonly WebModule[] }) => {
  const [queries] = useState(makeQueryClient)
  const [router] = useState(() => makeRouter(modules))
  return (
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <ModulesContext.Provider value={modules}>
          <RouterProvider router={router} />
        </ModulesContext.Provider>
      </QueryClientProvider>
    </ThemeProvider>
  )
}
