import { type Html, html } from '../../../platform/server/http/html.ts'
import type { Office } from '../../../platform/server/office.ts'

/** Every community to choose from, by subdistrict. */
export const communityOptions = ({ areas, district }: Office, chosen: string): Html[] => {
  const option = ({ path, name }: { path: string; name: string }) =>
    html`<option value="${path}"${path === chosen && html` selected`}>${name}</option>`
  return areas
    .under(district)
    .filter(({ level }) => level === 'subdistrict')
    .map(({ path, name }) => {
      const communities = areas.children(path).filter(({ level }) => level === 'community')
      return html`${communities.length > 0 && html`<optgroup label="${name}">${communities.map(option)}</optgroup>`}`
    })
}
