import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

/** How long nothing may be asked for until a page counts as drawn, in milliseconds. */
const silence = 400

/**
 * Begins to watch what a page asks for, and answers how to wait until every answer has come.
 * Unlike `networkidle` it also waits for what is asked after the page was loaded, and a page
 * that looks again every second is quiet in between.
 */
export function watchRequests(page: Page): () => Promise<void> {
  const open = new Set<Request>()
  let last = Date.now()
  const began = (request: Request) => {
    // What an earlier page asked for is nobody's any more.
    if (request.isNavigationRequest()) open.clear()
    open.add(request)
    last = Date.now()
  }
  const ended = (request: Request) => {
    open.delete(request)
    last = Date.now()
  }
  page.on('request', began)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  return async () => {
    const asked = () => [...open].map((request) => request.url())
    await expect.poll(() => (Date.now() - last < silence ? ['…'] : asked())).toEqual([])
    page.off('request', began)
    page.off('requestfinished', ended)
    page.off('requestfailed', ended)
  }
}
