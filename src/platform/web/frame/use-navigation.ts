import { useModules } from '../module/modules-context.ts'
import type { NavigationEntry } from '../module/web-module.ts'
import { useMay } from '../session/use-me.ts'

/** The entries that one's posts need, in order. */
export const useNavigation = (): readonly NavigationEntry[] => {
  const may = useMay()
  return useModules()
    .flatMap((module) => module.navigation ?? [])
    .filter((entry) => may(entry.right))
    .sort((a, b) => a.order - b.order)
}
