import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { demoPassword } from './api.ts'
import { expectAccessible } from './axe.ts'
import { test } from './story.ts'

/** Passkeys belong to a name: the same office, called by its name instead of its number. */
const named = () => inject('url').replace('127.0.0.1', 'localhost')

/** A device that asks for a finger and is given one. */
const plugInDevice = async (page: Page) => {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: '我的岗位与退出' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByLabel('用户名').waitFor()
}

const openAccount = async (page: Page) => {
  await page.getByRole('button', { name: '我的岗位与退出' }).click()
  await page.getByRole('link', { name: /^我的账号/ }).click()
  await page.getByRole('heading', { name: '我的账号', level: 1 }).waitFor()
}

test('a passkey is added, named, used to sign in, and removed', async ({ open }) => {
  const page = await open(null)
  await plugInDevice(page)
  await page.goto(named())
  await page.getByLabel('用户名').fill('jiedao')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await openAccount(page)

  await page.getByLabel('给这台设备起个名字').fill('办公室电脑')
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  const passkeys = page.getByRole('list', { name: '通行密钥' })
  await passkeys.getByText('办公室电脑').waitFor()
  await passkeys.getByRole('button', { name: '给「办公室电脑」改名' }).click()
  await page.getByLabel('新名字').fill('窗口电脑')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await passkeys.getByText('窗口电脑').waitFor()
  await expectAccessible(page)

  await signOut(page)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await openAccount(page)
  await page.getByText('街道干部').or(page.getByText('用户名 jiedao')).first().waitFor()

  await passkeys.getByRole('button', { name: '删除「窗口电脑」' }).click()
  await page.getByRole('button', { name: '确认删除' }).click()
  await passkeys.waitFor({ state: 'detached' })
  await signOut(page)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.getByRole('alert').filter({ hasText: '已在有据里删除' }).waitFor()
})

test('where a passkey cannot work the page says where it can', async ({ open }) => {
  const page = await open('jiedao')
  await page.goto('/account')
  await page.getByText(/本机试用请改用 http:\/\/localhost/).waitFor()
  const here = page.getByRole('list', { name: '登录中的设备' }).getByText('就是这里')
  await expect.poll(() => here.count()).toBe(1)
})
