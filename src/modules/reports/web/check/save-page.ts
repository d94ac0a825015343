import type { CheckResult, Finding } from '../../../../documents/check/index.ts'

/** Saves the checked text with these findings as one page that needs nothing else, to send or to file. */
export const savePage = async (
  name: string,
  result: CheckResult,
  findings: readonly Finding[],
): Promise<void> => {
  const { checkPage } = await import('../../../../documents/check/check-page.ts')
  const page = checkPage([{ name, result: { ...result, findings: [...findings] } }])
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `核对 ${name.replace(/\.[^.]+$/, '')}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
