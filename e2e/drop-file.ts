import type { Page } from 'playwright-core'

/** Lets a file fall on the page, wherever one happens to be. */
export async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (char) => char.charCodeAt(0))
    const held = new DataTransfer()
    held.items.add(new File([bytes], ${JSON.stringify(name)}))
    return held
  })()`)
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}
