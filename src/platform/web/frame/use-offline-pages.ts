import { useEffect } from 'react'
import { useModules } from '../module/modules-context.ts'
import { useMay } from '../session/use-me.ts'

const loadedFiles = (): string[] =>
  performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)

/** Loads the pages that have to work without a connection, and has the browser keep what they are made of. */
export const useOfflinePages = (): void => {
  const modules = useModules()
  const may = useMay()
  const paths = modules
    .flatMap((module) => module.pages)
    .filter(({ offline, right }) => offline && may(right))
    .map(({ path }) => path)
    .join()
  useEffect(() => {
    const pages = modules
      .flatMap((module) => module.pages)
      .filter(({ path }) => paths.split(',').includes(path))
    // Where an office serves the page without TLS, browsers have no such keeping.
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD || pages.length === 0) return
    const keep = async () => {
      if (!navigator.onLine) return
      await navigator.serviceWorker.register('/service-worker.js')
      await Promise.all(pages.map(({ load }) => load()))
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage({ files: loadedFiles() })
    }
    const timer = setTimeout(() => void keep().catch(() => undefined), 1500)
    return () => clearTimeout(timer)
  }, [modules, paths])
}
