import { defineAction } from '../../../platform/server/action/define-action.ts'
import { classOf } from '../category/categories.ts'
import { sendOpen311Request as contract } from '../contract-open311.ts'
import type { Body } from '../life/facts.ts'
import { locate } from '../open311/locate.ts'
import { maskText } from '../open311/mask-text.ts'
import type { SentRequest } from '../open311/read-request.ts'
import { forbidden, Refusal } from '../open311/refusal.ts'
import { readClocks } from '../storage/limits.ts'
import { findKeyById } from '../storage/open311-keys.ts'
import { findSame, insertRequest } from '../storage/open311-requests.ts'
import { attachPhotos } from '../storage/photos.ts'
import { receive } from './receive.ts'

const communityLength = 12
const longestPlace = 120

/** FixMyStreet writes `title: …` before the resident's words. */
const titleOf = (description: string): string => {
  const line = /^\s*(?:title|标题)\s*[:：]\s*(.+)$/im.exec(description)?.[1]?.trim() ?? ''
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}

/** What was sent, as staff read it: the words, then what the service asked for, then where pictures are. */
const contentOf = ({ description, serviceTitle, answers, address, media }: SentRequest): string =>
  [
    description || serviceTitle,
    ...answers,
    ...(address.length > longestPlace ? [`地址：${address}`] : []),
    ...media.map((url) => `照片：${url}`),
  ].join('\n')

const placeOf = ({ address, point }: SentRequest): string => {
  if (address === '')
    return point ? `经度 ${point.longitude.toFixed(6)}，纬度 ${point.latitude.toFixed(6)}` : ''
  return address.length <= longestPlace ? address : `${address.slice(0, longestPlace - 1)}…`
}

/** A platform sends what a resident said: one matter, however often it is sent. The community there has to accept it. */
export const sendOpen311Request = defineAction(
  contract,
  async (repository, { photos, ...request }, office) => {
    const key = await findKeyById(repository, repository.actor.id)
    if (!key) throw new Refusal(forbidden('这个 api_key 已停用，请联系发放单位。'))
    const same = await findSame(repository, key.id, request)
    if (same) return { answer: { number: same }, audit: { detail: { same } } }
    const area = await locate(repository, office, key.areas, request)
    const now = new Date()
    const owner: Body = `area:${area.slice(0, communityLength)}`
    const { id, number } = await receive(
      repository,
      {
        area,
        title: titleOf(request.description),
        content: contentOf(request),
        category: request.service,
        class: classOf(request.service),
        channel: 'open311',
        place: placeOf(request),
        longitude: request.point?.longitude,
        latitude: request.point?.latitude,
        reporterName: request.name,
        reporterPhone: request.phone,
        owner,
        submitted: true,
      },
      { clocks: await readClocks(repository, office.zone), now, zone: office.zone },
    )
    await attachPhotos(repository, office.files, { matter: id, seq: 1, photos, public: false })
    const names = [request.name, request.phone, request.email]
    await insertRequest(repository, {
      matter: id,
      number,
      key: key.id,
      listed: key.listed,
      clientId: request.clientId,
      service: request.service,
      requestedAt: now,
      description: maskText(request.description, names),
      address: maskText(request.address, names),
      addressId: request.addressId,
      longitude: request.point?.longitude ?? null,
      latitude: request.point?.latitude ?? null,
      media: request.media,
    })
    return { answer: { number }, audit: { definition: 'matter', subject: id, area } }
  },
)
