import { expect } from 'vitest'
import { test } from './story.ts'

test('an officer defines a ledger in the browser; a clerk uses it at once; it is widened and retired', async ({
  open,
}) => {
  const title = `楼道杂物${Date.now() % 1_000_000}`
  const page = await open('jiedao')
  await page.goto('/ledgers')
  await page.getByRole('button', { name: '建立台账' }).click()
  await page.getByLabel('台账名称').fill(title)
  await page.getByRole('radio', { name: /其他事物/ }).check()

  // First from the dictionary.
  await page.getByLabel('从数据字典里找字段').fill('隐患情况')
  await page.getByRole('button', { name: '加入隐患情况（隐患）' }).click()
  // Then one of its own, with choices.
  await page.getByRole('button', { name: '自己加一个字段' }).click()
  const own = page.getByRole('group', { name: '新字段' })
  await own.getByLabel('名称').fill('杂物种类')
  const kind = page.getByRole('group', { name: '杂物种类' })
  await kind.getByLabel('填法').click()
  await page.getByTitle('从选项中选').click()
  await kind.getByLabel('选项，一行一个').fill('电动车\n纸箱')
  await kind.getByRole('checkbox', { name: '必填' }).check()
  await kind.getByRole('button', { name: '杂物种类上移' }).click()

  const preview = page.getByRole('region', { name: '做出来的样子' })
  expect(await preview.getByRole('columnheader').allTextContents()).toEqual(['杂物种类', '隐患情况', '区域'])
  await preview.getByText('纸箱').waitFor()
  await page.getByRole('button', { name: '建立台账' }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  const address = new URL(page.url()).pathname

  const clerk = await open('shegong')
  await clerk.goto(`${address}/new`)
  await clerk.getByRole('radio', { name: '纸箱' }).check()
  await clerk.getByLabel(/^隐患情况/).fill('三楼拐角')
  await clerk.getByRole('button', { name: '登记', exact: true }).click()
  await clerk.getByRole('table', { name: title }).getByText('三楼拐角').waitFor()
  await clerk.goto(`/metrics/${address.split('/').at(-1)}.total`)
  await clerk.getByRole('button', { name: new RegExp(`^${title}总数 1`) }).waitFor()

  // Widened: what is in use stays as it is, something is added.
  await page.goto(address.replace('/ledgers/', '/ledgers/define/'))
  await page.getByRole('button', { name: '杂物种类下移' }).waitFor()
  expect(await page.getByRole('button', { name: '去掉杂物种类' }).count()).toBe(0)
  await page.getByLabel('从数据字典里找字段').fill('隐患整改情况')
  await page.getByRole('button', { name: '加入隐患整改情况（隐患）' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('columnheader', { name: '隐患整改情况' }).waitFor()

  await page.goto(address.replace('/ledgers/', '/ledgers/define/'))
  await page.getByLabel('原因').fill('并入隐患台账')
  await page.getByRole('button', { name: '停用这本台账' }).click()
  await page.getByRole('heading', { name: '恢复使用' }).waitFor()
  await clerk.goto(address)
  await clerk.getByText('停用，只供查看').waitFor()
  await clerk.getByRole('table', { name: title }).getByText('三楼拐角').waitFor()
  expect(await clerk.getByRole('button', { name: '登记', exact: true }).count()).toBe(0)
})
