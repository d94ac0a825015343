import { setTimeout } from 'node:timers/promises'
import { formatDateChinese } from '../../../core/time/index.ts'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import { recordAudit } from '../../../platform/server/audit/record-audit.ts'
import { issueTicket, readTicket } from '../../../platform/server/http/form-ticket.ts'
import { type Html, html } from '../../../platform/server/http/html.ts'
import {
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
import { askCorrection } from '../actions/ask-correction.ts'
import { noteOpened, type Opened, openDisclosure, type Proof } from '../storage/disclosures.ts'
import { type Holding, type Looked, readOwnInformation } from '../views/own-information.ts'

/** Every look takes as long as the longest, so that its time tells nothing about a code. */
const lookTime = 300

const path = '/my-information'

const wrongProof =
  '没有查到。请看看查询码和身份证后四位对不对，查询码有没有过期；连着输错会停一分钟，错得太多查询码会作废。'

const showAsking = (proof: Proof = { code: '', tail: '' }, message = ''): Shown => ({
  title: '我的信息',
  status: message ? 404 : 200,
  body: html`${message && html`<p class="note" role="alert">${message}</p>`}
<p>看看社区登记了您的哪些信息、为什么登记、谁查看过。查询码请带身份证到社区窗口开具。</p>
<form method="post" action="${path}">
${textField(new Map(), { name: 'code', title: '查询码', hint: '社区给您的纸条上的 10 位字母和数字。', more: html`required maxlength="20" autocomplete="off" autocapitalize="characters"` }, proof.code)}
${textField(new Map(), { name: 'tail', title: '身份证号码后四位', hint: '最后一位是 X 的，写 X。', more: html`required maxlength="4" autocomplete="off" autocapitalize="characters"` }, '')}
<button type="submit">查看</button>
</form>`,
})

const bases = { duty: '依法履行职责', consent: '经本人同意' }

const showHolding = ({
  title,
  description,
  basis,
  since,
  until,
  values,
}: Holding): Html => html`<h3>${title}</h3>
<p class="hint">${until ? `${formatDateChinese(since)}至${formatDateChinese(until)}，已经结束` : `${formatDateChinese(since)}起`}。${description && `用途：${description}`}${description && html`<br>`}依据：${bases[basis.kind]}${basis.rule && `，${basis.rule}`}。</p>
<dl class="held">${values.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`

const showLooks = (looks: readonly Looked[], none: string): Html =>
  looks.length === 0
    ? html`<p>${none}</p>`
    : html`<ol class="steps">${looks.map(({ on, post, what, purpose }) => html`<li><time>${formatDateChinese(on)}</time><strong>${post}</strong><p>${what}。用途：${purpose}</p></li>`)}</ol>`

interface Told {
  readonly note?: string
  readonly said?: string
  readonly faults?: Faults
}

const showInformation = async (
  office: Office,
  proof: Proof,
  opened: Opened,
  { note, said = '', faults = new Map() }: Told = {},
): Promise<Shown> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const own = await readOwnInformation(repository, opened.person)
  if (!own) return showAsking(proof, wrongProof)
  return {
    title: '我的信息',
    status: faults.size > 0 ? 422 : 200,
    body: html`${note && html`<p class="note" role="status">${note}</p>`}
<p>${own.name}，登记在${own.areaName}。号码、电话和地址遮住了一部分；要看完整的，请带身份证到社区窗口。</p>
<h2>登记了什么，为什么</h2>
${own.holdings.map(showHolding)}
<h2>谁看过完整号码等原文</h2>
<p class="hint">这里写的是岗位、日期和用途，不写姓名；对哪一次有疑问，可以在下面提出，由社区查明后答复您。</p>
${showLooks(own.reveals, '没有人看过原文。')}
<h2>谁导出过可能含有您的表格</h2>
${showLooks(own.exports, '没有人导出过。')}
<h2>哪里不对，请告诉我们</h2>
${own.corrections.map(
  (one) =>
    html`<div class="note said"><strong>${one.asked_on} 您提出：</strong>${one.said}
${one.settled_on ? html`<strong>${one.settled_on} 答复（${one.corrected ? '已更正' : '没有更正'}）：</strong>${one.answer}` : '社区正在核实。'}</div>`,
)}
${faultNote(faults)}
<form method="post" action="${path}">
<input type="hidden" name="ticket" value="${issueTicket(office.cipher)}">
<input type="hidden" name="code" value="${proof.code}"><input type="hidden" name="tail" value="${proof.tail}">
${textArea(faults, { name: 'said', title: '要更正或要问的', hint: '写明哪一项不对、应当是什么。社区会核实，结果在这一页答复您。', more: html`required maxlength="1000"` }, said, 4)}
<button type="submit">提交</button>
</form>`,
  }
}

const open = async (office: Office, proof: Proof): Promise<Opened | undefined> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const [opened] = await Promise.all([openDisclosure(repository, proof), setTimeout(lookTime)])
  return opened
}

const noteLook = async (office: Office, { id, person, area }: Opened): Promise<void> => {
  const repository = repositoryFor(office, residentActor(office.district))
  await noteOpened(repository, id)
  await recordAudit(repository, { action: 'openOwnInformation', definition: 'person', subject: person, area })
}

const ask = async (office: Office, { code, tail }: Proof, form: URLSearchParams): Promise<Told> => {
  const said = form.get('said') ?? ''
  const ticket = readTicket(office.cipher, form.get('ticket') ?? '')
  if (!ticket) return { said, faults: new Map([['', '这一页打开太久了，请再按一次“提交”。']]) }
  try {
    const actor = residentActor(office.district)
    await runPublicAction(office, actor, askCorrection, { code, tail, said }, `correction:${ticket.nonce}`)
    return { note: '收到了。社区会核实，结果在这一页答复您。' }
  } catch (error) {
    return { said, faults: faultsOf(error) }
  }
}

/** 我的信息: what is held about a resident and who looked, opened with a code from the window. */
export const ownInformationPage: PublicPage = {
  path,
  title: '我的信息',
  perMinute: 10,
  action: askCorrection,
  async show() {
    return showAsking()
  },
  async submit(office, form) {
    const proof = { code: form.get('code') ?? '', tail: form.get('tail') ?? '' }
    const opened = await open(office, proof)
    if (!opened) return showAsking(proof, wrongProof)
    if (form.has('ticket')) return showInformation(office, proof, opened, await ask(office, proof, form))
    await noteLook(office, opened)
    return showInformation(office, proof, opened)
  },
}
