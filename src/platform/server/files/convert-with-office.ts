import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A large old workbook takes LibreOffice some seconds, its first start some more; then we go on without it. */
const patience = 60_000

/**
 * An Excel 97-2003 workbook saved as .xlsx by LibreOffice, which keeps fonts, borders, pictures and print set-up.
 * Null where LibreOffice is not installed, cannot read the file, or takes longer than a minute. Macros are not run.
 */
export const convertWithOffice = async (bytes: Uint8Array): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'youju-office-'))
  try {
    await writeFile(join(folder, 'form.xls'), bytes)
    // A profile of its own: one that is open elsewhere is locked.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const done = await run('soffice', [
      profile,
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      join(folder, 'form.xls'),
    ])
    return done ? await readFile(join(folder, 'form.xlsx')).catch(() => null) : null
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const run = (command: string, words: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, words, { stdio: 'ignore', detached: process.platform !== 'win32' })
    const timer = setTimeout(() => {
      // soffice is a script that starts the program: the whole group goes.
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
      else child.kill()
    }, patience)
    const end = (ended: boolean) => {
      clearTimeout(timer)
      resolve(ended)
    }
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
