import type { TestProject } from 'vitest/node'
import { signInTo } from './api.ts'
import { findBrowser } from './browser.ts'
import { startOffice } from './office.ts'
import { type Username, usernames } from './staff.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the demo office that the test files share. */
    url: string
    /** A session in it for everybody, as a cookie: signing in is limited to ten a minute. */
    sessions: Record<Username, string>
  }
}

const signInAll = async (url: string) => {
  const cookies = usernames.map(async (username) => [username, (await signInTo(url, username)).cookie])
  return Object.fromEntries(await Promise.all(cookies)) as Record<Username, string>
}

/** One browser on the machine and one demo office for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await findBrowser()
  const office = await startOffice()
  project.provide('url', office.url)
  project.provide('sessions', await signInAll(office.url))
  return async () => {
    await office.stop()
  }
}
