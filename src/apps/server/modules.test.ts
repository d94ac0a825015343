import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { ServerModule } from '../../platform/server/http/module.ts'
import { modules } from './modules.ts'

const isModule = (value: unknown): value is ServerModule =>
  typeof value === 'object' && value !== null && 'actions' in value && 'readers' in value

const twice = <Item>(items: readonly Item[]) => items.filter((item, at) => items.indexOf(item) !== at)

test('no module is listed twice, and no two bring the same action or the same address', () => {
  expect(twice(modules)).toEqual([])
  expect(twice(modules.flatMap(({ actions }) => actions.map(({ contract }) => contract.name)))).toEqual([])
  const addresses = modules.flatMap(({ readers, downloads = [] }) => [
    ...readers.map(({ route }) => `GET ${route.path}`),
    ...downloads.map(({ path }) => `GET ${path}`),
  ])
  expect(twice(addresses)).toEqual([])
})

test('every module that a folder holds is listed', async () => {
  const folders = globSync('src/modules/*/').map((folder) => basename(folder))
  const files = globSync('src/modules/*/server.ts')
  expect(files.map((file) => basename(dirname(file))).sort()).toEqual(folders.sort())
  for (const file of files) {
    const exported = Object.values((await import(pathToFileURL(file).href)) as object)
    const found = exported.filter(isModule)
    expect(found, file).not.toEqual([])
    expect(
      found.filter((module) => !modules.includes(module)),
      file,
    ).toEqual([])
  }
})
