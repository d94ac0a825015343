import { writable } from './document.ts'
import { textOf } from './read-request.ts'
import { type Fault, Refusal, wrong } from './refusal.ts'
import { readInstant } from './w3c-date.ts'

/** Statuses as FixMyStreet sends them, short and extended, and what each says of the matter. */
const statuses: Readonly<Record<string, 'open' | 'solved' | 'reopen'>> = {
  OPEN: 'open',
  CLOSED: 'solved',
  FIXED: 'solved',
  REOPEN: 'reopen',
  IN_PROGRESS: 'open',
  ACTION_SCHEDULED: 'open',
  INVESTIGATING: 'open',
  DUPLICATE: 'open',
  NOT_COUNCILS_RESPONSIBILITY: 'open',
  NO_FURTHER_ACTION: 'open',
  INTERNAL_REFERRAL: 'open',
  FOR_TRIAGE: 'open',
}

const longest = 4000

export interface SentUpdate {
  readonly number: string
  readonly clientId: string
  readonly status: 'open' | 'solved' | 'reopen'
  readonly text: string
}

/** `POST servicerequestupdates`. Throws a refusal that names every parameter at fault. */
export const readUpdate = (form: URLSearchParams, zone: string, withPhotos = false): SentUpdate => {
  const faults: Fault[] = []
  const required = (name: string, most: number): string => {
    const text = textOf(form, name)
    if (text === '') faults.push(wrong(`缺少 ${name}。`))
    else if (text.length > most) faults.push(wrong(`${name} 最多 ${most} 个字。`))
    return text
  }
  const number = required('service_request_id', 40)
  const clientId = textOf(form, 'update_id') || textOf(form, 'update_id_ext')
  if (clientId === '' || clientId.length > 100) faults.push(wrong('缺少 update_id，或者它超过 100 个字符。'))
  const status = statuses[required('status', 40).toUpperCase()]
  if (!status && faults.every(({ description }) => !description.includes('status')))
    faults.push(wrong(`status 只能是 ${Object.keys(statuses).join('、')}。`))
  const at = required('updated_datetime', 40)
  if (at !== '' && !readInstant(at, zone))
    faults.push(wrong('updated_datetime 应写作 2026-11-30T09:00:00+08:00。'))
  const media = form
    .getAll('media_url')
    .map((url) => writable(url).trim())
    .filter(Boolean)
  if (!media.every((url) => url.length <= 500 && /^https?:$/.test(URL.parse(url)?.protocol ?? '')))
    faults.push(wrong('media_url 应是 http 或 https 的网址，最多 500 个字符。'))
  const said = textOf(form, 'description')
  if (said.length > longest) faults.push(wrong(`description 最多 ${longest} 个字。`))
  if (said === '' && media.length === 0 && !withPhotos && status === 'open')
    faults.push(wrong('缺少 description。'))
  if (faults.length > 0 || !status) throw new Refusal(...faults)
  return {
    number,
    clientId,
    status,
    text: [said, ...media.map((url) => `照片：${url}`)].filter(Boolean).join('\n'),
  }
}
