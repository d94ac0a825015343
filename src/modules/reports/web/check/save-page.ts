import type { CheckResult, Finding } from '../../../../documents/check/index.ts'
import { saveFile } from './save-file.ts'

/** Saves the checked text with these findings as one page that needs nothing else, to send or to file. */
export const savePage = async (
  name: string,
  result: CheckResult,
  findings: readonly Finding[],
): Promise<void> => {
  const { checkPage } = await import('../../../../documents/check/check-page.ts')
  const page = checkPage([{ name, result: { ...result, findings: [...findings] } }])
  saveFile(`核对 ${name.replace(/\.[^.]+$/, '')}.html`, new Blob([page], { type: 'text/html' }))
}
