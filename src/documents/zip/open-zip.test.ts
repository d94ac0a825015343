import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openZip } from './index.ts'

const message = (result: { ok: boolean; message?: string }) => (result.ok ? '' : result.message)

describe('openZip', () => {
  const bytes = zipSync({ 'a.xml': strToU8('<a>居民</a>'), 'b/c.bin': [new Uint8Array(100), { level: 0 }] })

  it('reads entries by name, deflated and stored', () => {
    const opened = openZip(bytes)
    if (!opened.ok) throw new Error(opened.message)
    expect(opened.value.names).toEqual(['a.xml', 'b/c.bin'])
    expect(opened.value.readText('a.xml')).toEqual({ ok: true, value: '<a>居民</a>' })
    expect(opened.value.read('b/c.bin')).toMatchObject({ ok: true, value: { length: 100 } })
    expect(message(opened.value.read('none'))).toContain('缺少“none”')
  })

  it('says what a file really is', () => {
    const ole = new Uint8Array(1024)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const put = (name: string) => {
      const copy = ole.slice()
      copy.set(
        [...name].flatMap((c) => [c.charCodeAt(0), 0]),
        600,
      )
      return copy
    }
    expect(message(openZip(put('WordDocument')))).toContain('旧版 Word')
    expect(message(openZip(put('Workbook')))).toContain('旧版 Excel')
    expect(message(openZip(put('EncryptedPackage')))).toContain('密码')
    expect(message(openZip(new Uint8Array()))).toContain('空的')
    expect(message(openZip(strToU8('hello')))).toContain('不是 Office 文件')
  })

  it('refuses every truncation without throwing', () => {
    for (let length = 1; length < bytes.length; length += 3)
      expect(openZip(bytes.slice(0, length)).ok).toBe(false)
  })

  it('stops inflating at the cap', () => {
    const bomb = zipSync({ 'x.xml': new Uint8Array(20 * 2 ** 20) })
    const opened = openZip(bomb)
    if (!opened.ok) throw new Error(opened.message)
    expect(message(opened.value.read('x.xml'))).toContain('过大')
  })

  it('stops at the cap when the directory lies about the size', () => {
    const bomb = zipSync({ 'x.xml': new Uint8Array(20 * 2 ** 20) })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at + 30 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    const opened = openZip(bomb)
    if (!opened.ok) throw new Error(opened.message)
    expect(message(opened.value.read('x.xml'))).toContain('过大')
  })
})
