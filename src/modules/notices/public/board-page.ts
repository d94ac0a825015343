import { formatDateChinese } from '../../../core/time/index.ts'
import { Problem } from '../../../platform/contract/problem.ts'
import { html } from '../../../platform/server/http/html.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { noticeKinds } from '../contract.ts'
import { listShownNotices } from '../storage/notices.ts'

/** 公告公示: what stands there today; one of them whole where the address names it. */
export const boardPage: PublicPage = {
  path: '/board',
  title: '公告公示',
  async show(office, asked) {
    const repository = repositoryFor(office, residentActor(office.district))
    const notices = await listShownNotices(repository)
    const id = asked.get('id')
    const one = notices.find((notice) => notice.id === id)
    if (id && !one)
      throw new Problem('route.not_found', '这一条已经到期或者撤下了。想了解情况，请打电话给社区。')
    if (one)
      return {
        title: one.title,
        body: html`<p>${noticeKinds[one.kind]}，${repository.areas.nameOf(one.area)}，${formatDateChinese(one.from_day)}至${formatDateChinese(one.to_day)}。</p>
<p class="said">${one.body}</p>
${one.objection && html`<div class="note"><p><strong>有不同意见</strong></p><p class="said">${one.objection}</p></div>`}
<p><a href="/board">全部公告公示</a></p>`,
      }
    return {
      title: '公告公示',
      body:
        notices.length === 0
          ? html`<p>现在没有公告和公示。</p>`
          : html`<ol class="steps">${notices.map(
              ({ id: each, kind, area, title, from_day, to_day }) =>
                html`<li><time>${noticeKinds[kind]} · ${repository.areas.nameOf(area)} · ${formatDateChinese(from_day)}至${formatDateChinese(to_day)}</time><a href="/board?id=${each}">${title}</a></li>`,
            )}</ol>`,
    }
  },
}
