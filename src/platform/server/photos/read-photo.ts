import sharp from 'sharp'
import { Problem } from '../../contract/problem.ts'

/** A photo as it is kept: JPEG, upright, without anything but its pixels. */
export interface ReadPhoto {
  readonly bytes: Uint8Array
  readonly thumbnail: Uint8Array
  readonly width: number
  readonly height: number
}

/** Largest upload of one photo, in bytes. */
export const mostPhotoBytes = 15 * 1024 * 1024
/** What telephones make is below; what is drawn to fill the memory is above. */
const mostPixels = 60_000_000
const longestSide = 2048
const thumbnailSide = 480

const kinds = { jpeg: [0xff, 0xd8, 0xff], png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] } as const

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** What the first bytes say that a file is, whatever its name says. */
const kindOf = (bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'heic' | undefined => {
  for (const kind of ['jpeg', 'png'] as const)
    if (kinds[kind].every((byte, at) => bytes[at] === byte)) return kind
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp'
  if (textAt(bytes, 4, 4) === 'ftyp') return 'heic'
  return undefined
}

const refuse = (sentence: string): Problem =>
  new Problem('file.unreadable', sentence, { places: [{ field: 'photos', message: sentence }] })

const largerThan = '照片太大。请在手机上缩小以后，或者截一张屏幕图再传。'

const sentences: Record<'heic' | 'unknown', string> = {
  heic: '读不了 HEIC 格式的照片。请在手机“设置－相机－格式”里选“兼容性最佳”再拍，或者截一张屏幕图上传。',
  unknown: '这不是 JPEG、PNG 或 WebP 照片。请选手机拍的照片，或者截一张屏幕图。',
}

// Photos are seen once: what sharp keeps of them would only fill the memory.
sharp.cache(false)

const encode = async (bytes: Uint8Array, kind: string): Promise<ReadPhoto> => {
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  const { format, width = 0, height = 0 } = await image.metadata()
  if (format !== kind) throw refuse(sentences.unknown)
  if (width * height > mostPixels) throw refuse(largerThan)
  const { data, info } = await image
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .timeout({ seconds: 20 })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(data)
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
  return { bytes: data, thumbnail, width: info.width, height: info.height }
}

let last: Promise<unknown> = Promise.resolve()

/** One after another: a large picture takes a quarter of a gigabyte while it is read. */
const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

/**
 * Reads a photo and writes it anew: turned upright, 2048 pixels at most, without EXIF, place or anything appended.
 * Throws `file.unreadable` for what is no photo by its content, is damaged or has too many pixels, and
 * `file.too_large` above {@link mostPhotoBytes}.
 */
export const readPhoto = async (bytes: Uint8Array): Promise<ReadPhoto> => {
  if (bytes.byteLength > mostPhotoBytes) throw tooLargePhoto()
  const kind = kindOf(bytes)
  if (kind === undefined || kind === 'heic') throw refuse(sentences[kind ?? 'unknown'])
  try {
    return await inTurn(() => encode(bytes, kind))
  } catch (error) {
    if (error instanceof Problem) throw error
    const pixels = error instanceof Error && error.message.includes('pixel limit')
    throw refuse(pixels ? largerThan : '照片损坏了，读不出来。请重新拍一张，或者重新选一次。')
  }
}

const tooLargePhoto = (): Problem => {
  const message = '一张照片最多 15 MB。请在手机上缩小以后，或者截一张屏幕图再传。'
  return new Problem('file.too_large', message, { places: [{ field: 'photos', message }] })
}
