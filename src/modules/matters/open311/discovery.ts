import type { Office } from '../../../platform/server/office.ts'
import type { Value } from './document.ts'

/** When services or attributes last changed: raised by whoever changes them. */
const changeset = '2026-12-01 08:00'

/** Open311 Service Discovery: where the endpoint is and which formats it speaks. */
export const discovery = ({ district, name, demo }: Office, origin: string): Value => ({
  changeset,
  contact: `${name}（jurisdiction_id ${district}）：请联系本区的系统管理员。`,
  key_service: `api_key 由${name}的系统管理员在“设置 → 网络平台接入”里发放。`,
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${origin}/open311/v2`,
      changeset,
      type: demo ? 'test' : 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
})
