import { setTimeout } from 'node:timers/promises'
import { Problem } from '../../../platform/contract/problem.ts'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import { issueTicket, readTicket } from '../../../platform/server/http/form-ticket.ts'
import { type Html, html } from '../../../platform/server/http/html.ts'
import {
  choices,
  type Faults,
  faultNote,
  faultsOf,
  textArea,
  textField,
} from '../../../platform/server/http/public-fields.ts'
import type { Shown } from '../../../platform/server/http/public-frame.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { rateMatter } from '../actions/rate-matter.ts'
import { findByCode, type Proof } from '../storage/find-by-code.ts'
import type { Matter } from '../storage/matter.ts'
import { readPhotoFile, type StoredPhoto } from '../storage/photos.ts'
import { readPublicStory } from '../views/public-story.ts'
import { refuseClosed } from './refuse-closed.ts'

/** Every look takes as long as the longest, so that its time tells nothing about a code. */
const lookTime = 300

const wrongCode = '没有查到。请看看查询码和电话后四位对不对；连着输错会停一分钟。'

const showAsking = (proof: Proof = { code: '', tail: '' }, message = ''): Shown => ({
  title: '查进度',
  status: message ? 404 : 200,
  body: html`${message && html`<p class="note" role="alert">${message}</p>`}
<form method="post" action="/follow">
${textField(new Map(), { name: 'code', title: '查询码', hint: '反映以后给您的 8 位字母和数字。', more: html`required maxlength="20" autocomplete="off" autocapitalize="characters"` }, proof.code)}
${textField(new Map(), { name: 'tail', title: '电话后四位', hint: '当时没有留电话的，不用填。', more: html`inputmode="numeric" maxlength="4" autocomplete="off"` }, proof.tail)}
<button type="submit">查看</button>
</form>`,
})

const ratingForm = (
  { cipher }: Office,
  proof: Proof,
  seen: number,
  form: URLSearchParams,
  faults: Faults,
): Html => html`<h2>请您评价</h2>
${faultNote(faults)}
<form method="post" action="/follow">
<input type="hidden" name="ticket" value="${issueTicket(cipher)}">
<input type="hidden" name="code" value="${proof.code}"><input type="hidden" name="tail" value="${proof.tail}"><input type="hidden" name="seen" value="${seen}">
${choices(
  faults,
  { name: 'solved', title: '这件事解决了吗' },
  [
    ['yes', '解决了'],
    ['no', '没有解决'],
  ],
  form.get('solved') ?? '',
)}
${choices(
  faults,
  { name: 'satisfaction', title: '您满意吗' },
  [
    ['satisfied', '满意'],
    ['fair', '基本满意'],
    ['unsatisfied', '不满意'],
  ],
  form.get('satisfaction') ?? '',
)}
${textArea(faults, { name: 'text', title: '哪里没有办好', hint: '解决了可以不写；没有解决请写一写，我们会重新办。', more: html`maxlength="1000"` }, form.get('text') ?? '', 3)}
<button type="submit">提交评价</button>
</form>`

interface Told {
  readonly note?: string
  readonly form?: URLSearchParams
  readonly faults?: Faults
}

/** The photo within the page itself: no address leads to it. */
const drawPhoto = async (office: Office, { thumbnail }: StoredPhoto): Promise<Html> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const bytes = await readPhotoFile(repository, office.files, thumbnail)
  return html`<img src="data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}" alt="照片">`
}

const showStory = async (
  office: Office,
  proof: Proof,
  matter: Matter,
  { note, form = new URLSearchParams(), faults = new Map() }: Told = {},
): Promise<Shown> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const story = await readPublicStory(repository, matter, office.zone)
  const steps = await Promise.all(
    story.steps.map(async ({ photos, ...step }) => ({
      ...step,
      photos: await Promise.all(photos.map((photo) => drawPhoto(office, photo))),
    })),
  )
  return {
    title: story.standing,
    status: faults.size > 0 ? 422 : 200,
    body: html`${note && html`<p class="note" role="status">${note}</p>`}
<p>编号 ${story.number}，${story.area}${story.due && html`；最晚 ${story.due} 前答复`}。</p>
${story.content && html`<p class="said">您说的是：${story.content}</p>`}
${story.answer && html`<p class="note said">答复：${story.answer}</p>`}
${matter.facts.state === 'answered' && ratingForm(office, proof, matter.seq, form, faults)}
<h2>办到哪一步</h2>
<ol class="steps">${steps.map(({ at, title, text, photos }) => html`<li><time>${at}</time><strong>${title}</strong>${text && html`<p>${text}</p>`}${photos.length > 0 && html`<div class="photos">${photos}</div>`}</li>`)}</ol>`,
  }
}

const look = async (office: Office, proof: Proof): Promise<Matter | undefined> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const [found] = await Promise.all([findByCode(repository, proof), setTimeout(lookTime)])
  return found
}

/** Writes the rating; answers what is to be said about it. */
const rate = async (office: Office, form: URLSearchParams): Promise<Told> => {
  const ticket = readTicket(office.cipher, form.get('ticket') ?? '')
  if (!ticket) return { form, faults: new Map([['', '这一页打开太久了，请再按一次“提交评价”。']]) }
  const { code, tail, seen, solved, satisfaction, text } = Object.fromEntries(form)
  try {
    await runPublicAction(
      office,
      residentActor(office.district),
      rateMatter,
      { code, tail, seen, solved, satisfaction, text },
      `rate:${ticket.nonce}`,
    )
    return { note: solved === 'yes' ? '谢谢您的评价。' : '知道了，没有解决的会接着办。' }
  } catch (error) {
    if (error instanceof Problem && error.status === 409)
      return { note: '这件事刚刚有了新的进展，请看下面最新的情况。' }
    return { form, faults: faultsOf(error) }
  }
}

/** 查进度: where a matter stands, and the resident's word at the end. */
export const followPage: PublicPage = {
  path: '/follow',
  title: '查进度',
  perMinute: 10,
  action: rateMatter,
  async show(office, asked) {
    await refuseClosed(office)
    return showAsking({ code: (asked.get('code') ?? '').slice(0, 20), tail: '' })
  },
  async submit(office, form) {
    await refuseClosed(office)
    const proof = { code: form.get('code') ?? '', tail: form.get('tail') ?? '' }
    const matter = await look(office, proof)
    if (!matter) return showAsking(proof, wrongCode)
    if (!form.has('ticket')) return showStory(office, proof, matter)
    const told = await rate(office, form)
    return showStory(office, proof, (await look(office, proof)) ?? matter, told)
  },
}
