import { createHash } from 'node:crypto'
import { Problem } from '../../../platform/contract/problem.ts'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import {
  isSolved,
  puzzleAttribute,
  puzzleField,
  puzzleScript,
} from '../../../platform/server/http/form-puzzle.ts'
import { isLookedThrough, issueTicket, readTicket } from '../../../platform/server/http/form-ticket.ts'
import { type Html, html } from '../../../platform/server/http/html.ts'
import {
  type Faults,
  faultNote,
  faultsOf,
  field,
  textArea,
  textField,
} from '../../../platform/server/http/public-fields.ts'
import type { Shown } from '../../../platform/server/http/public-frame.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { mostPhotoBytes, readPhoto } from '../../../platform/server/photos/read-photo.ts'
import { sayMatter } from '../actions/say-matter.ts'
import { readPlaceCode } from '../place-code.ts'
import { findPhoto, putPhoto } from '../storage/photos.ts'
import { communityOptions } from './community-options.ts'
import { refuseClosed } from './refuse-closed.ts'

const mostPublicPhotos = 3

const nothingSaid = new URLSearchParams()
const noFaults: Faults = new Map()

interface Carried {
  readonly ticket: string
  /** The number found for the ticket; empty where no script looked for one. */
  readonly work: string
  /** When it was shown to be looked through, as a ticket of the same nonce; empty where it was not. */
  readonly again: string
  /** Photos that were taken in already. */
  readonly held: readonly string[]
}

/** The form, with what was written and what was wrong with it. */
const showForm = (
  office: Office,
  said: URLSearchParams = nothingSaid,
  faults: Faults = noFaults,
  { ticket, work, again, held }: Carried = {
    ticket: issueTicket(office.cipher),
    work: '',
    again: '',
    held: [],
  },
): Shown => {
  const value = (name: string) => said.get(name) ?? ''
  return {
    title: '我要反映',
    status: faults.size > 0 ? 422 : 200,
    body: html`<p>路灯坏了、水管漏了、楼道堆了东西……有什么难处，写在这里。社区收到后会给您答复。</p>
<p>有人受伤、着火、燃气泄漏，请不要在这里写，马上打 <a href="tel:119">119</a>、<a href="tel:110">110</a> 或 <a href="tel:120">120</a>。</p>
${faultNote(faults)}
<form method="post" action="/say" enctype="multipart/form-data" ${puzzleAttribute}>
<input type="hidden" name="ticket" value="${ticket}">${puzzleField(work)}${again && html`<input type="hidden" name="again" value="${again}">`}
${held.map((id) => html`<input type="hidden" name="held" value="${id}">`)}
${textArea(faults, { name: 'content', title: '什么事', hint: '写清楚是什么事、从什么时候开始的。', more: html`required minlength="5" maxlength="2000"` }, value('content'), 5)}
${textField(faults, { name: 'place', title: '在哪里', hint: '小区、几号楼、几单元。', more: html`maxlength="120"` }, value('place'))}
${field(
  faults,
  { name: 'area', title: '哪个社区', more: html`required` },
  (attributes) =>
    html`<select ${attributes}><option value="">请选一个</option>${communityOptions(office, value('area'))}</select>`,
)}
${textField(faults, { name: 'reporterPhone', title: '您的电话（可以不填）', hint: '留了电话，社区可以问清楚情况；只有办这件事的人能看到。', more: html`type="tel" inputmode="tel" autocomplete="tel" maxlength="20"` }, value('reporterPhone'))}
${textField(faults, { name: 'reporterName', title: '您怎么称呼（可以不填）', more: html`autocomplete="name" maxlength="50"` }, value('reporterName'))}
<label class="choice"><input type="checkbox" name="anonymous" value="yes"${said.has('anonymous') && html` checked`}>匿名，不留姓名</label>
${photoField(faults, held.length)}
<div class="trap" aria-hidden="true"><label for="website">这一格请不要填</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button type="submit">提交</button>
</form>
${puzzleScript}`,
  }
}

const photoField = (faults: Faults, held: number): Html =>
  field(
    faults,
    {
      name: 'photos',
      title: '照片（可以不传）',
      hint: `最多 ${mostPublicPhotos} 张，照片里的拍摄地点会去掉。请不要拍到别人的脸。`,
      more: html`type="file" accept="image/jpeg,image/png,image/webp" multiple`,
    },
    (attributes) =>
      html`${held > 0 && html`<p class="note">已经收下 ${held} 张照片，不用再选。</p>`}<input ${attributes}>`,
  )

const showReceipt = ({ code, number }: { code: string; number: string }, phone: boolean): Shown => ({
  title: '已经收到',
  body: html`<p>谢谢您告诉我们。请把查询码抄下来，或者截一张图：</p>
<div class="note"><p class="code">${code.slice(0, 4)} ${code.slice(4)}</p></div>
<p>想知道办到哪一步，打开“<a href="/follow">查进度</a>”，填查询码${phone ? '和您电话的后四位' : ''}。办好以后，也在那里说一说解决了没有。</p>
<p>编号：${number}</p>`,
})

const readSaid = (form: URLSearchParams) => ({
  area: form.get('area') ?? '',
  content: (form.get('content') ?? '').replaceAll('\r\n', '\n'),
  place: form.get('place') ?? '',
  reporterName: form.get('reporterName') ?? '',
  reporterPhone: form.get('reporterPhone') ?? '',
  anonymous: form.has('anonymous'),
})

/** The same photo in the same form is one photo, however often it is sent. */
const photoId = (nonce: string, bytes: Uint8Array): string => {
  const hex = createHash('sha256').update(nonce).update(bytes).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** Takes the photos of a form in and answers their ids, with those that were held since it was sent before. */
const holdPhotos = async (
  office: Office,
  form: URLSearchParams,
  files: readonly Uint8Array[],
  nonce: string,
): Promise<{ held: string[]; faults: Faults }> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const held = form.getAll('held').filter((id) => /^[0-9a-f-]{36}$/.test(id))
  try {
    for (const bytes of files) {
      const id = photoId(nonce, bytes)
      if (held.includes(id)) continue
      if (held.length === mostPublicPhotos) return { held, faults: tooMany }
      if (!(await findPhoto(repository, id)))
        await putPhoto(repository, office.files, id, await readPhoto(bytes))
      held.push(id)
    }
    return { held, faults: noFaults }
  } catch (error) {
    return { held, faults: faultsOf(error) }
  }
}

const tooMany: Faults = new Map([['photos', `最多 ${mostPublicPhotos} 张照片，多的没有收下。`]])

const whole = (message: string): Faults => new Map([['', message]])

const isWorked = (form: URLSearchParams): boolean =>
  isSolved(form.get('ticket') ?? '', form.get('work') ?? '')

/** 我要反映: said without sign-in, answered with the code to follow it by. */
export const sayPage: PublicPage = {
  path: '/say',
  title: '我要反映',
  perMinute: 12,
  held: { most: 12, when: (form) => !isWorked(form) },
  action: sayMatter,
  async show(office, asked) {
    await refuseClosed(office)
    const at = readPlaceCode(asked.get('at') ?? '')
    return showForm(office, at ? new URLSearchParams({ place: at.place, area: at.community }) : nothingSaid)
  },
  files: { most: mostPublicPhotos, largest: mostPhotoBytes },
  async submit(office, form, files) {
    await refuseClosed(office)
    const sent = form.get('ticket') ?? ''
    const ticket = readTicket(office.cipher, sent)
    const { held, faults } = ticket
      ? await holdPhotos(office, form, files, ticket.nonce)
      : { held: [], faults: noFaults }
    const work = isWorked(form) ? (form.get('work') ?? '') : ''
    const shownAgain = form.get('again') ?? ''
    const again = (wrong: Faults, looked = shownAgain) =>
      showForm(office, form, wrong, { ticket: sent, work, again: looked, held })
    if (ticket?.early) return again(whole('还没有提交。请看一遍写得对不对，过几秒再按一次“提交”。'))
    if (!ticket)
      return showForm(office, form, whole('还没有提交：这一页打开太久了。您写的都在，请再按一次“提交”。'))
    if (form.get('website')) return again(whole('还没有提交。请再按一次“提交”。'))
    if (faults.size > 0) return again(faults)
    // Where no script has worked for it, whoever sends it looks it through and waits a little.
    if (work === '' && !isLookedThrough(office.cipher, ticket, shownAgain))
      return again(
        whole('还差一步：请看一遍写得对不对，过 5 秒再按一次“提交”。'),
        shownAgain || issueTicket(office.cipher, new Date(), ticket.nonce),
      )
    const said = { ...readSaid(form), photos: held }
    try {
      const actor = residentActor(office.district)
      const answer = await runPublicAction(office, actor, sayMatter, said, `say:${ticket.nonce}`)
      return showReceipt(answer as { code: string; number: string }, said.reporterPhone !== '')
    } catch (error) {
      if (error instanceof Problem && error.code === 'command.reused')
        return showForm(
          office,
          form,
          whole('您刚才写的那一件已经收到了。如果这是另外一件事，请再按一次“提交”。'),
        )
      return again(faultsOf(error))
    }
  },
}
