import type { Browser, Page } from 'playwright-core'

/** The two widths that every page is made for. */
export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export interface OpenPage {
  page: Page
  /** Scripts that failed, errors on the console and answers above 499, as they came. */
  complaints: string[]
  close(): Promise<void>
}

/** A page in a fresh profile, as a Chinese office's browser shows it; relative addresses are those of `baseURL`. */
export async function openPage(browser: Browser, baseURL: string, viewport = desk): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 600,
  })
  const page = await context.newPage()
  // As long as expect.poll waits: a busy machine shall not fail a story.
  page.setDefaultTimeout(45_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`)
  })
  page.on('console', (message) => {
    // A refused request is part of the story (a wrong password); the browser logs it as an error all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`)
    }
  })
  return { page, complaints, close: () => context.close() }
}
