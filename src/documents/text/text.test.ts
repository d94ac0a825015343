import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, originSpan, readText } from './index.ts'

describe('normalise', () => {
  it('brings traditional, full-width and glossed text to one form', () => {
    expect(normalise('社區(qū)黨員１２０名，占６０％').text).toBe('社区党员120名,占60%')
    expect(normalise('兩萬餘戶（含）').text).toBe('两万余户(含)')
    expect(normalise('街道(de)居民').text).toBe('街道居民')
    expect(normalise('试点(pilot)').text).toBe('试点(pilot)')
  })

  it('keeps the way back', () => {
    const given = '轄區(qū)內(nèi)有29棟'
    const normal = normalise(given)
    const at = normal.text.indexOf('29')
    const span = originSpan(normal, at, at + 2)
    expect(given.slice(span.start, span.end)).toBe('29')
  })

  it('maps every place forward, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const normal = normalise(given)
        for (let i = 0; i < normal.text.length; i++)
          if (normal.origin(i) >= normal.origin(i + 1)) return false
        return normal.origin(normal.text.length) === given.length
      }),
    )
  })
})

describe('readText', () => {
  const text = '走访居民120户'
  it('reads UTF-8, UTF-16 and GB18030', () => {
    expect(readText(new TextEncoder().encode(text))).toEqual({ ok: true, value: text })
    const utf16 = new Uint8Array(2 + text.length * 2)
    utf16.set([0xff, 0xfe])
    ;[...text].forEach((c, i) => {
      utf16[2 + i * 2] = c.charCodeAt(0) & 255
      utf16[3 + i * 2] = c.charCodeAt(0) >> 8
    })
    expect(readText(utf16)).toEqual({ ok: true, value: text })
    const gb = new Uint8Array([0xbe, 0xd3, 0xc3, 0xf1, 0x31, 0x32, 0xbb, 0xa7])
    expect(readText(gb)).toEqual({ ok: true, value: '居民12户' })
  })

  it('keeps the mark of a UTF-8 file, so that places are those of the file', () => {
    expect(readText(new TextEncoder().encode(`\ufeff${text}`))).toEqual({ ok: true, value: `\ufeff${text}` })
  })

  it('reads UTF-8 with half a character as UTF-8', () => {
    const bytes = new Uint8Array([0xed, 0xa0, 0x80, ...new TextEncoder().encode(text), 0xe5, 0xb1])
    const read = readText(bytes)
    expect(read.ok && read.value).toContain(text)
  })

  it('refuses binary content', () => {
    expect(readText(new Uint8Array([0x89, 0xff, 0, 0, 1, 2, 3, 0])).ok).toBe(false)
  })
})
