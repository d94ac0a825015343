import { randomUUID } from 'node:crypto'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import { newId } from '../../../platform/server/new-id.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import type { Actor } from '../../../platform/server/permission/actor.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { readPhoto } from '../../../platform/server/photos/read-photo.ts'
import type { Repository } from '../../../platform/server/repository/repository.ts'
import { sendOpen311Request } from '../actions/send-open311-request.ts'
import { sendOpen311Update } from '../actions/send-open311-update.ts'
import { discovery } from '../open311/discovery.ts'
import type { Value } from '../open311/document.ts'
import { readIds, readPeriod, readSearch } from '../open311/read-query.ts'
import { readRequest } from '../open311/read-request.ts'
import { readUpdate } from '../open311/read-update.ts'
import { forbidden, missing, Refusal } from '../open311/refusal.ts'
import { findService, serviceDefinition, serviceList } from '../open311/services.ts'
import type { Open311Key } from '../storage/open311-keys.ts'
import { findRequests, searchRequests, stepsWithin } from '../storage/open311-requests.ts'
import { putPhoto } from '../storage/photos.ts'
import { updateId, viewRequests, viewUpdates } from '../views/open311-requests.ts'

/** What came: parameters of the query or the form, the key that they carry, and where it was sent. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  /** Below `/open311/v2/`, without the ending that names the format. */
  readonly path: string
  readonly parameters: URLSearchParams
  /** As they were uploaded. */
  readonly photos: readonly Uint8Array[]
  readonly key: Open311Key | undefined
  readonly origin: string
  readonly idempotencyKey: string | undefined
}

export interface Answered {
  readonly root: string
  readonly value: Value
  readonly status?: number
}

/** GeoReport v2: the first 1,000. */
const most = 1000

const actorOf = (office: Office, key: Open311Key): Actor => ({
  id: key.id,
  name: `${key.title}（网络平台）`,
  district: office.district,
  posts: [],
})

const needKey = ({ key }: Asked): Open311Key => {
  if (!key) throw new Refusal(forbidden('缺少 api_key。提交诉求要有密钥，请向本区的系统管理员申请。'))
  return key
}

/** What somebody on the platform may read is read for nobody in particular. */
const reading = (office: Office): Repository => repositoryFor(office, residentActor(office.district))

/** Takes photos in for the step that they come with: written anew, without where and when they were taken. */
const holdPhotos = async (office: Office, actor: Actor, photos: readonly Uint8Array[]): Promise<string[]> => {
  const read = await Promise.all(photos.map(readPhoto))
  const repository = repositoryFor(office, actor)
  const ids: string[] = []
  for (const photo of read) ids.push((await putPhoto(repository, office.files, newId(), photo)).id)
  return ids
}

type Answer = (office: Office, asked: Asked, id: string) => Promise<Answered>

const listServices: Answer = async () => ({ root: 'services', value: serviceList() })

const defineService: Answer = async (_, __, code) => {
  const service = findService(code)
  if (!service) throw new Refusal(missing(`没有 service_code 为“${code}”的类别。可选的类别见 GET services。`))
  return { root: 'service_definition', value: serviceDefinition(service) }
}

const listRequests: Answer = async (office, { parameters, key }) => {
  const repository = reading(office)
  const ids = readIds(parameters, most)
  const found = ids
    ? await findRequests(repository, key, ids)
    : await searchRequests(repository, key, readSearch(parameters, office.zone), most)
  return { root: 'service_requests', value: await viewRequests(repository, found, office.zone) }
}

const showRequest: Answer = async (office, { key }, id) => {
  const repository = reading(office)
  const found = await findRequests(repository, key, [id])
  if (found.length === 0) throw new Refusal(missing(`没有 service_request_id 为“${id}”的诉求。`))
  return { root: 'service_requests', value: await viewRequests(repository, found, office.zone) }
}

/** Every request gets its id at once; whoever asks by it as if by a token hears that it is the id. */
const showToken: Answer = async (office, { key }, token) => {
  const [found] = await findRequests(reading(office), key, [token])
  if (!found) throw new Refusal(missing(`没有 token 为“${token}”的诉求。`))
  return { root: 'service_requests', value: [{ service_request_id: found.number, token }] }
}

const receiveRequest: Answer = async (office, asked) => {
  const key = needKey(asked)
  const request = readRequest(asked.parameters, office.zone, asked.idempotencyKey)
  const actor = actorOf(office, key)
  const { number } = (await runPublicAction(
    office,
    actor,
    sendOpen311Request,
    { ...request, photos: await holdPhotos(office, actor, asked.photos) },
    randomUUID(),
  )) as { number: string }
  return {
    root: 'service_requests',
    value: [{ service_request_id: number, service_notice: '已收到，由所在社区受理。', account_id: null }],
    status: 201,
  }
}

const listUpdates: Answer = async (office, { parameters, key }) => {
  const repository = reading(office)
  const steps = await stepsWithin(repository, key, readPeriod(parameters, office.zone), most)
  return { root: 'service_request_updates', value: viewUpdates(steps, office.zone) }
}

const receiveUpdate: Answer = async (office, asked) => {
  const key = needKey(asked)
  const update = readUpdate(asked.parameters, office.zone, asked.photos.length > 0)
  const actor = actorOf(office, key)
  const { number, seq } = (await runPublicAction(
    office,
    actor,
    sendOpen311Update,
    { ...update, photos: await holdPhotos(office, actor, asked.photos) },
    randomUUID(),
  )) as { number: string; seq: number }
  return {
    root: 'service_request_updates',
    value: [{ update_id: updateId(number, seq), account_id: null }],
    status: 201,
  }
}

const discover: Answer = async (office, { origin }) => ({
  root: 'discovery',
  value: discovery(office, origin),
})

const answers: Readonly<Record<string, Answer>> = {
  'GET discovery': discover,
  'GET services': listServices,
  'GET services/*': defineService,
  'GET requests': listRequests,
  'GET requests/*': showRequest,
  'GET tokens/*': showToken,
  'POST requests': receiveRequest,
  'GET servicerequestupdates': listUpdates,
  'POST servicerequestupdates': receiveUpdate,
}

/** One district lives here: whoever names another is told so, and naming none means this one. */
const refuseForeignJurisdiction = (office: Office, parameters: URLSearchParams): void => {
  const wanted = parameters.get('jurisdiction_id')?.trim()
  if (wanted && wanted !== office.district)
    throw new Refusal(
      missing(
        `没有 jurisdiction_id 为“${wanted.slice(0, 60)}”的地区；这里是 ${office.district}（${office.name}）。`,
      ),
    )
}

/** Answers whatever is asked of `/open311/v2`. Throws a refusal. */
export const answerRequest = async (office: Office, asked: Asked): Promise<Answered> => {
  const [head = '', id, ...rest] = asked.path.split('/')
  const answer = answers[`${asked.method} ${head}${id === undefined ? '' : '/*'}`]
  if (!answer || rest.length > 0 || id === '')
    throw new Refusal(missing(`没有 ${asked.method} ${asked.path.slice(0, 100)} 这个接口。`))
  refuseForeignJurisdiction(office, asked.parameters)
  return answer(office, asked, (id ?? '').slice(0, 60))
}
