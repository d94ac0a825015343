import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { type Api, apiWith } from './api.ts'
import { launchBrowser } from './browser.ts'
import { desk, type OpenPage, openPage } from './open-page.ts'
import type { Username } from './staff.ts'

interface Look {
  viewport?: typeof desk
  dark?: boolean
}

interface Story {
  browser: Browser
  /** Opens a page of the shared office, signed in or (null) not. Whatever the browser complains of fails the test. */
  open(as: Username | null, look?: Look): Promise<Page>
  /** The shared office without a browser, to make one's own records and to know what ought to be shown. */
  api(as: Username): Api
}

const pictures = fileURLToPath(new URL('../test-results/', import.meta.url))

const picture = async ({ page }: OpenPage, name: string) => {
  mkdirSync(pictures, { recursive: true })
  const path = `${pictures}${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`
  await page.screenshot({ path, fullPage: true }).catch(() => undefined)
  console.log(`${page.url()} → ${path}`)
}

const carry = async ({ page }: OpenPage, cookie: string) =>
  page.context().addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: inject('url') }
    }),
  )

/** A test with a browser. A page that is open when the test fails is drawn into `test-results/`. */
export const test = base.extend<Story>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  open: async ({ browser, task }, use) => {
    const opened: OpenPage[] = []
    await use(async (as, { viewport = desk, dark = false } = {}) => {
      const one = await openPage(browser, inject('url'), viewport)
      opened.push(one)
      if (dark) await one.page.emulateMedia({ colorScheme: 'dark' })
      if (as) await carry(one, inject('sessions')[as])
      return one.page
    })
    const failed = (task.result?.errors?.length ?? 0) > 0
    for (const [index, one] of opened.entries()) {
      if (failed) await picture(one, `${task.name} ${index + 1}`)
      await one.close()
    }
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  api: async ({}, use) => use((as) => apiWith(inject('url'), inject('sessions')[as])),
})
