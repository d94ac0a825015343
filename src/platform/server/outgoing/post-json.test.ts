import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postJson } from './post-json.ts'
import { isPrivateAddress } from './private-address.ts'

let server: Server
let base = ''
const heard: string[] = []

beforeAll(async () => {
  server = createServer((request, answer) => {
    heard.push(request.url!)
    if (request.url === '/away') answer.writeHead(302, { location: `${base}/secret` })
    else if (request.url === '/large') answer.write('x'.repeat(200_000))
    answer.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const trusted = { privateHosts: ['127.0.0.1'] }
const stranger = { privateHosts: [] }

describe('which addresses are private', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'not an address',
  ])('%s is', (address) => expect(isPrivateAddress(address)).toBe(true))

  it.each(['8.8.8.8', '172.32.0.1', '223.5.5.5', '2400:3200::1'])('%s is not', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
})

describe('posting', () => {
  it('goes to a private host that is trusted, and to no other', async () => {
    expect(await postJson(`${base}/here`, '{}', trusted)).toEqual({ status: 200, body: '' })
    for (const address of [
      `${base}/no`,
      base.replace('127.0.0.1', 'localhost'),
      base.replace('127.0.0.1', '2130706433'),
      base.replace('127.0.0.1', '0x7f000001'),
      base.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      base.replace('127.0.0.1', '127.1'),
    ])
      await expect(postJson(address, '{}', stranger)).rejects.toThrow('内网')
    expect(heard).toEqual(['/here'])
  })

  it('follows no redirection', async () => {
    expect((await postJson(`${base}/away`, '{}', trusted)).status).toBe(302)
    expect(heard).not.toContain('/secret')
  })

  it('keeps only the beginning of a long answer', async () => {
    expect((await postJson(`${base}/large`, '{}', trusted)).body.length).toBeLessThan(100_000)
  })

  it('says in a sentence why it did not go', async () => {
    await expect(postJson('http://127.0.0.1:1/', '{}', trusted)).rejects.toThrow('拒绝连接')
    await expect(postJson('ftp://127.0.0.1/', '{}', trusted)).rejects.toThrow('http')
  })
})
