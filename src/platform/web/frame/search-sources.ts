import type { NavigationEntry, SearchHit, StartEntry, WebModule } from '../module/web-module.ts'

export interface HitGroup {
  readonly title: string
  readonly hits: readonly SearchHit[]
}

const matches = (text: string, entry: { title: string; initials: string }): boolean =>
  entry.title.includes(text) || entry.initials.startsWith(text.toLowerCase())

type May = (right: NavigationEntry['right']) => boolean

/** Pages and things to start, found without asking the server. */
export const findPages = (modules: readonly WebModule[], text: string, may: May): readonly HitGroup[] => {
  const pages = modules.flatMap((module) => module.navigation ?? []).filter((entry) => may(entry.right))
  const starts: StartEntry[] = modules
    .flatMap((module) => module.starts ?? [])
    .filter((entry) => may(entry.right))
  const hit = (entry: { title: string; initials: string; path?: string; to?: string }, detail: string) => ({
    key: `${detail}.${entry.title}`,
    title: entry.title,
    detail,
    to: entry.to ?? entry.path ?? '/',
  })
  const groups = [
    { title: '页面', hits: pages.filter((one) => matches(text, one)).map((one) => hit(one, '页面')) },
    { title: '操作', hits: starts.filter((one) => matches(text, one)).map((one) => hit(one, '操作')) },
  ]
  return groups.filter((group) => group.hits.length > 0)
}

/** What modules find: persons, dwellings, ledgers. A source that fails is left out, the others still answer. */
export const findRecords = async (
  modules: readonly WebModule[],
  text: string,
  may: May,
  at: { asOf: string | undefined; signal: AbortSignal },
): Promise<readonly HitGroup[]> => {
  const sources = modules.flatMap((module) => module.search ?? []).filter((source) => may(source.right))
  const found = await Promise.allSettled(sources.map((source) => source.find(text, at)))
  if (found.length > 0 && found.every((one) => one.status === 'rejected')) throw found[0]!.reason
  return found.flatMap((one, index) =>
    one.status === 'fulfilled' && one.value.length > 0
      ? [{ title: sources[index]!.title, hits: one.value }]
      : [],
  )
}
