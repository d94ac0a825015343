import { createHash } from 'node:crypto'
import { readPhone } from '../../../core/identity/index.ts'
import { writable } from './document.ts'
import { answerTo, readAttributes } from './read-attributes.ts'
import { type Fault, missing, Refusal, wrong } from './refusal.ts'
import { findService, type Service } from './services.ts'

/** What a platform sends of one request, read and found in order. */
export interface SentRequest {
  readonly service: string
  readonly serviceTitle: string
  readonly point: { readonly longitude: number; readonly latitude: number } | null
  readonly address: string
  readonly addressId: string
  /** As it was written, and what the service asked for. */
  readonly description: string
  readonly answers: readonly string[]
  readonly media: readonly string[]
  readonly name: string
  readonly phone: string
  readonly email: string
  /** By which the same request is known when it comes again. */
  readonly clientId: string
}

/** GeoReport v2: free text of at most 4,000 characters. */
const longestDescription = 4000
const mostMedia = 10

/** A parameter without what no text holds; one that is empty counts as not given. */
export const textOf = (form: URLSearchParams, name: string): string => writable(form.get(name) ?? '').trim()

/** In degrees, to the six decimals that are kept (some 10 cm); clients send as many as their floating point has. */
const coordinate = (text: string, most: number): number | undefined =>
  /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) && Math.abs(Number(text)) <= most
    ? Math.round(Number(text) * 1e6) / 1e6
    : undefined

const readPoint = (form: URLSearchParams, faults: Fault[]): SentRequest['point'] => {
  const [lat, long] = [textOf(form, 'lat'), textOf(form, 'long')]
  if (lat === '' && long === '') return null
  const [latitude, longitude] = [coordinate(lat, 90), coordinate(long, 180)]
  if (latitude !== undefined && longitude !== undefined) return { longitude, latitude }
  faults.push(wrong('lat 和 long 要一起给出，写作十进制度数，如 lat=34.75&long=113.62。'))
  return null
}

const readMedia = (form: URLSearchParams, faults: Fault[]): string[] => {
  const given = ['media_url', 'media_url[]']
    .flatMap((name) => form.getAll(name))
    .map((each) => writable(each).trim())
  const urls = [...new Set(given.filter(Boolean))]
  const proper = (url: string) => url.length <= 500 && /^https?:$/.test(URL.parse(url)?.protocol ?? '')
  if (urls.length > mostMedia) faults.push(wrong(`media_url 最多 ${mostMedia} 个。`))
  if (!urls.every(proper)) faults.push(wrong('media_url 应是 http 或 https 的网址，最多 500 个字符。'))
  return urls
}

const readShort = (form: URLSearchParams, name: string, most: number, faults: Fault[]): string => {
  const text = textOf(form, name)
  if (text.length > most) faults.push(wrong(`${name} 最多 ${most} 个字。`))
  return text
}

/** 王桂兰 with the family name first where the name is Chinese, else Mary Smith. */
const joinName = (first: string, last: string): string => {
  const given = [first, last].filter((part) => part !== '' && part !== '-')
  return given.some((part) => /\p{Script=Han}/u.test(part)) ? given.toReversed().join('') : given.join(' ')
}

const readTelephone = (form: URLSearchParams, faults: Fault[]): string => {
  const text = readShort(form, 'phone', 40, faults)
  if (text === '') return ''
  const read = readPhone(text)
  if (read.ok) return read.value
  faults.push(wrong(`phone 不对：${read.message}`))
  return ''
}

/** Clients that name their reports: FixMyStreet by attribute, others as they like. Without an id, all that was sent. */
const clientIdOf = (form: URLSearchParams, given: string | undefined): string => {
  const own =
    given ??
    ['external_id', 'fixmystreet_id', 'service_request_id_ext']
      .map((code) => answerTo(form, code))
      .find(Boolean)
  if (own !== undefined) return `id:${own.slice(0, 200)}`
  const sent = [...form].filter(([name]) => name !== 'api_key').map(([name, value]) => `${name}=${value}`)
  return `sha256:${createHash('sha256').update(JSON.stringify(sent.sort())).digest('hex')}`
}

const readService = (form: URLSearchParams): Service => {
  const code = textOf(form, 'service_code')
  if (code === '') throw new Refusal(wrong('缺少 service_code。可选的类别见 GET services。'))
  const service = findService(code)
  if (!service)
    throw new Refusal(
      missing(`没有 service_code 为“${code.slice(0, 60)}”的类别。可选的类别见 GET services。`),
    )
  return service
}

/** `POST requests`. Throws a refusal that names every parameter at fault. */
export const readRequest = (form: URLSearchParams, zone: string, idempotencyKey?: string): SentRequest => {
  const service = readService(form)
  const faults: Fault[] = []
  const point = readPoint(form, faults)
  const address = readShort(form, 'address_string', 500, faults)
  const given = readShort(form, 'address_id', 60, faults)
  // So FixMyStreet says that nobody has shown where it is.
  const addressId = given === '#NOTPINPOINTED#' ? '' : given
  if (!point && address === '' && given === '' && faults.length === 0)
    faults.push(wrong('缺少位置：请给出 lat 和 long，或 address_string，或 address_id。'))
  const { lines, faults: unanswered } = readAttributes(form, service, zone)
  faults.push(...unanswered)
  const description = readShort(form, 'description', longestDescription, faults)
  const request: SentRequest = {
    service: service.code,
    serviceTitle: service.title,
    point,
    address,
    addressId,
    description,
    answers: lines.map(writable),
    media: readMedia(form, faults),
    name: joinName(readShort(form, 'first_name', 40, faults), readShort(form, 'last_name', 40, faults)).slice(
      0,
      50,
    ),
    phone: readTelephone(form, faults),
    email: readShort(form, 'email', 200, faults),
    clientId: clientIdOf(form, idempotencyKey),
  }
  if (faults.length > 0) throw new Refusal(...faults)
  return request
}
