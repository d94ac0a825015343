import { createContext, useContext } from 'react'
import type { WebModule } from './web-module.ts'

/** The modules of this page, as `apps/web` lists them. */
export const ModulesContext = createContext<readonly WebModule[]>([])

export const useModules = (): readonly WebModule[] => useContext(ModulesContext)
