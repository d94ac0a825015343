import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

/** Takes the file that the latest job of this title made from the tray of jobs, which holds other stories' files too. */
export async function takeMadeFile(page: Page, title: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: /^后台任务/ }).click()
  const job = page.getByRole('dialog', { name: '后台任务' }).getByRole('article', { name: title }).first()
  const link = job.getByRole('link', { name: '下载文件' })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
