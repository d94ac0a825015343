import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Public reports and test cases lie beside the project, not in it. */
const root = new URL('../../../shared/', import.meta.url)

export const shared = (path: string): URL => new URL(path, root)
export const hasShared = (path: string): boolean => existsSync(shared(path))
export const listShared = (path: string): string[] =>
  hasShared(path) ? readdirSync(shared(path)).sort() : []
export const readLines = <Line>(path: string): Line[] =>
  readFileSync(shared(path), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Line)
