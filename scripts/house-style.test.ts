import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Longer than 400 lines of code, and why that is one subject still. */
const longOnPurpose: Record<string, string> = {
  'src/apps/server/permission-matrix.test.ts': 'one line for each action and route of the house',
}

/** Words of the place where somebody wrote, not of the product. */
const foreign = [
  /(?<![\w.~/-])\/(work|home|root|Users)\/\w/,
  /session notes?\b/i,
  /\bas an? (AI|language model)\b/i,
  /(\/\/|\*|#) ?(TODO|FIXME)\b/,
]

const vague = /^(utils?|common|helpers?|misc|managers?|shared|stuff)$/i

/** What git knows or would add, in the working tree as it stands. */
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
const binary = new Set(['.png', '.docx', '.xlsx', '.xls', '.doc', '.ttf', '.woff2', '.ico', '.pdf', '.zip'])
const files = listed
  .split('\0')
  .filter((path) => path && path !== 'package-lock.json' && !binary.has(extname(path)))
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(root, path), 'utf8') }]
    } catch {
      return [] // Deleted, and not yet committed so.
    }
  })
const source = files.filter(({ path }) => /^(src|bench|e2e|scripts)\/.*\.(tsx?|mjs)$/.test(path))

const isKebab = (name: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
/** `entry-list.test.ts` is the test of `entry-list`. */
const stem = (path: string) => basename(path).replace(/(\.(test|bench|config|d|fixture))*\.(tsx?|mjs)$/, '')

/** Lines that say something to the computer: no blanks, no comments. */
const linesOfCode = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length

describe('house style', () => {
  test('there is something to look at', () => {
    expect(source.length).toBeGreaterThan(50)
  })

  test('file names are kebab-case; an action is named as its verb, a component as itself', () => {
    const fits = (path: string) =>
      isKebab(stem(path)) ||
      (/\/actions\//.test(path) && /^[a-z][A-Za-z0-9]*$/.test(stem(path))) ||
      (/\/web\/.*\.tsx$/.test(path) && /^[A-Z][A-Za-z0-9]*(\.test)?$/.test(stem(path)))
    expect(source.map(({ path }) => path).filter((path) => !fits(path))).toEqual([])
  })

  test('folders are kebab-case', () => {
    const folders = new Set(source.flatMap(({ path }) => dirname(path).split('/')))
    expect([...folders].filter((folder) => !isKebab(folder))).toEqual([])
  })

  test('nothing is called by a word that says nothing', () => {
    const named = files.filter(({ path }) =>
      path.split('/').some((part) => vague.test(part.replace(/\..*$/, ''))),
    )
    expect(named.map(({ path }) => path)).toEqual([])
  })

  test('no file has more than 400 lines of code, and the exceptions are needed', () => {
    const long = source.filter(({ text }) => linesOfCode(text) > 400).map(({ path }) => path)
    expect(long.sort()).toEqual(Object.keys(longOnPurpose).sort())
  })

  test('half of the source files have at most 80 lines, and 95 of 100 at most 300', () => {
    const lengths = source
      .filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
      .map(({ text }) => text.split('\n').length - 1)
      .sort((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0
    expect(at(0.5)).toBeLessThanOrEqual(80)
    expect(at(0.95)).toBeLessThanOrEqual(300)
  })

  test('types are imported by a statement, which the dependency rules can see', () => {
    const inline = source.filter(({ text }) =>
      /(?<!await |typeof |\w)import\(['"]\.[^'"]+['"]\)\.[A-Z]/.test(text),
    )
    expect(inline.map(({ path }) => path)).toEqual([])
  })

  test('only tests import tests', () => {
    const importers = source.filter(
      ({ path, text }) => !path.includes('.test.') && /from ['"][^'"]+\.test\.tsx?['"]/.test(text),
    )
    expect(importers.map(({ path }) => path)).toEqual([])
  })

  test('no file speaks of the place where it was written or of work left undone', () => {
    const found = files
      .filter(({ path }) => path !== 'scripts/house-style.test.ts')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) =>
            foreign.some((word) => word.test(line)) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
          ),
      )
    expect(found).toEqual([])
  })
})
