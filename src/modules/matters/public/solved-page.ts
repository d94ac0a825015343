import { titleOf } from '../../../core/code/index.ts'
import { formatDateChinese } from '../../../core/time/index.ts'
import { html } from '../../../platform/server/http/html.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { matterCategory } from '../category/categories.ts'
import { listReleases } from '../storage/releases.ts'
import { communityOptions } from './community-options.ts'
import { refuseClosed } from './refuse-closed.ts'

/** 办好的事: what was solved nearby, as far as whoever handled it released it; nothing of who said it. */
export const solvedPage: PublicPage = {
  path: '/solved',
  title: '办好的事',
  async show(office, asked) {
    await refuseClosed(office)
    const repository = repositoryFor(office, residentActor(office.district))
    const wanted = asked.get('area') ?? ''
    const area = office.areas.find(wanted)?.level === 'community' ? wanted : office.district
    const releases = await listReleases(repository, area)
    return {
      title: '办好的事',
      body: html`<p>居民反映、已经解决的事。不写是谁反映的。</p>
<form method="get" action="/solved">
<div class="field"><label for="area">哪个社区</label>
<select id="area" name="area"><option value="">全部</option>${communityOptions(office, wanted)}</select></div>
<button type="submit">查看</button>
</form>
${
  releases.length === 0
    ? html`<p>这里还没有公开的。</p>`
    : html`<ol class="steps">${releases.map(
        ({ area: at, category, text, solvedOn }) =>
          html`<li><time>${formatDateChinese(solvedOn)} · ${office.areas.nameOf(at)}</time><strong>${titleOf(matterCategory, category)}</strong><p>${text}</p></li>`,
      )}</ol>`
}`,
    }
  },
}
