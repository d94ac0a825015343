import { expect, test } from 'vitest'
import type { WebModule } from '../../platform/web/module/web-module.ts'
import { modules } from './routes.ts'

const twice = <Item>(items: readonly Item[]) => items.filter((item, at) => items.indexOf(item) !== at)

const isModule = (value: unknown): value is WebModule =>
  typeof value === 'object' && value !== null && 'name' in value && 'pages' in value

test('no module is listed twice, and no two bring the same page, place in the navigation or search source', () => {
  expect(twice(modules.map(({ name }) => name))).toEqual([])
  expect(twice(modules.flatMap(({ pages }) => pages.map(({ path }) => path)))).toEqual([])
  const entries = modules.flatMap(({ navigation = [] }) => navigation)
  expect(twice(entries.map(({ path }) => path))).toEqual([])
  expect(twice(entries.map(({ order }) => order))).toEqual([])
})

test('every module that a folder holds is listed', () => {
  const files = import.meta.glob<object>(['../../modules/*/web/index.ts', '../../platform/web/*/index.ts'], {
    eager: true,
  })
  const found = Object.values(files)
    .flatMap((exported) => Object.values(exported))
    .filter(isModule)
  expect(found.filter((module) => !modules.includes(module)).map(({ name }) => name)).toEqual([])
  expect(found).toHaveLength(modules.length)
})
