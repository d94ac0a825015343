import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { readPhoto } from './read-photo.ts'

const place = {
  IFD0: { Make: 'Telephone', ImageDescription: 'DESCRIBED' },
  IFD3: {
    GPSLatitude: '39/1 54/1 20/1',
    GPSLatitudeRef: 'N',
    GPSLongitude: '116/1 23/1 50/1',
    GPSLongitudeRef: 'E',
  },
}

/** 60 × 40 pixels, the left half red, with the place where it was taken. */
const drawn = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0000ff' } })
    .composite([
      {
        input: { create: { width: 30, height: 40, channels: 3, background: '#ff0000' } },
        left: 0,
        top: 0,
      },
    ])
    .withExif(place)

/** A black square of so many pixels a side, one bit each: some kilobytes that unfold to megabytes. */
const blankPng = (side: number): Buffer => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  const lines = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))])
}

const refusal = (bytes: Uint8Array) =>
  readPhoto(bytes).then(
    () => 'read',
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  )

it.each(['jpeg', 'png', 'webp'] as const)('keeps the pixels of a %s and nothing else', async (format) => {
  const original = await drawn().toFormat(format).toBuffer()
  expect((await sharp(original).metadata()).exif?.includes('DESCRIBED')).toBe(true)
  const photo = await readPhoto(original)
  for (const bytes of [photo.bytes, photo.thumbnail]) {
    const made = await sharp(bytes).metadata()
    expect(made).toMatchObject({ format: 'jpeg', width: 60, height: 40 })
    expect([made.exif, made.xmp, made.iptc, made.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(bytes).includes('DESCRIBED')).toBe(false)
  }
})

it('turns upright what was taken lying down', async () => {
  const lying = await drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { bytes, width, height } = await readPhoto(lying)
  expect([width, height]).toEqual([40, 60])
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  // Orientation 6: the left half becomes the upper one.
  expect(data[0]).toBeGreaterThan(200)
})

it('drops what hides behind a picture', async () => {
  const script = '<script>alert(1)</script>'
  const jpeg = await drawn().jpeg().toBuffer()
  const { bytes } = await readPhoto(Buffer.concat([jpeg, Buffer.from(script)]))
  expect(Buffer.from(bytes).includes('script')).toBe(false)
})

it('goes by the content, not by what a beginning pretends', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const gif = await drawn().gif().toBuffer()
  const avif = await drawn().avif().toBuffer()
  for (const bytes of [svg, gif, Buffer.from('%PDF-1.7'), new Uint8Array()])
    expect(await refusal(bytes)).toMatch(/^file.unreadable 这不是 JPEG、PNG 或 WebP/)
  expect(await refusal(avif)).toMatch(/^file.unreadable 读不了 HEIC/)
  const pretended = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])
  expect(await refusal(pretended)).toMatch(/^file.unreadable/)
})

it('refuses a picture that would fill the memory, and one that is broken off', async () => {
  const bomb = blankPng(20_000)
  expect(bomb.byteLength).toBeLessThan(15 * 1024 * 1024)
  expect(await refusal(blankPng(100))).toBe('read')
  expect(await refusal(bomb)).toMatch(/^file.unreadable 照片太大/)
  const noise = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer()
  expect(await refusal(noise.subarray(0, noise.length / 2))).toMatch(/^file.unreadable 照片损坏/)
  expect(await refusal(new Uint8Array(15 * 1024 * 1024 + 1))).toMatch(/^file.too_large/)
})
