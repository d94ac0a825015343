import { readFileSync } from 'node:fs'
import { checkReport } from '../../src/documents/index.ts'
import { listShared, shared } from './shared-files.ts'

/** `error` findings per 10,000 characters of the provincial reports, which nobody has tampered with. */
export const scoreQuiet = (): { files: number; characters: number; per10k: number } => {
  const files = listShared('reports/province-2025')
  let [characters, errors] = [0, 0]
  for (const name of files) {
    const checked = checkReport({ name, bytes: readFileSync(shared(`reports/province-2025/${name}`)) })
    if (!checked.ok) throw new Error(`${name}: ${checked.message}`)
    characters += checked.value.text.length
    errors += checked.value.findings.filter((f) => f.severity === 'error').length
  }
  return { files: files.length, characters, per10k: (errors / characters) * 10_000 }
}
