import { Problem } from '../../../platform/contract/problem.ts'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import { issueTicket, readTicket } from '../../../platform/server/http/form-ticket.ts'
import { type Html, html } from '../../../platform/server/http/html.ts'
import {
  type Faults,
  faultNote,
  faultsOf,
  field,
  textField,
} from '../../../platform/server/http/public-fields.ts'
import type { Shown } from '../../../platform/server/http/public-frame.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { bookService } from '../actions/book-service.ts'
import { serviceKinds } from '../contract.ts'
import { listOfferedServices, type Service } from '../storage/services.ts'
import { listSlots, type Slot } from '../storage/slots.ts'

const dayOf = (zone: string) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: zone, month: 'long', day: 'numeric', weekday: 'short' })
const timeOf = (zone: string) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** Times with room, day by day. */
const slotOptions = (slots: readonly Slot[], zone: string, chosen: string): Html[] => {
  const [day, time] = [dayOf(zone), timeOf(zone)]
  const byDay = Map.groupBy(slots, ({ starts_at }) => day.format(new Date(starts_at)))
  return [...byDay].map(
    ([title, times]) =>
      html`<optgroup label="${title}">${times.map(
        ({ id, starts_at, ends_at, capacity, booked }) =>
          html`<option value="${id}"${id === chosen && html` selected`}>${title} ${time.format(new Date(starts_at))}–${time.format(new Date(ends_at))}（还有 ${capacity - booked} 个）</option>`,
      )}</optgroup>`,
  )
}

const noFaults: Faults = new Map()

const bookingForm = async (
  office: Office,
  service: Service,
  form: URLSearchParams,
  faults: Faults,
  ticket = issueTicket(office.cipher),
): Promise<Html> => {
  const slots = await listSlots(repositoryFor(office, residentActor(office.district)), service.id, 'free')
  if (slots.length === 0)
    return html`<p class="note">现在没有可以预约的时间。请按上面的办理时间直接来，或者打电话问。</p>`
  const value = (name: string) => form.get(name) ?? ''
  return html`<h2>预约时间</h2>
${faultNote(faults)}
<form method="post" action="/guide">
<input type="hidden" name="ticket" value="${ticket}"><input type="hidden" name="service" value="${service.id}">
${field(
  faults,
  { name: 'slot', title: '什么时候来', more: html`required` },
  (attributes) =>
    html`<select ${attributes}><option value="">请选一个</option>${slotOptions(slots, office.zone, value('slot'))}</select>`,
)}
${textField(faults, { name: 'name', title: '您怎么称呼', more: html`required autocomplete="name" maxlength="50"` }, value('name'))}
${textField(faults, { name: 'phone', title: '您的电话', hint: '有变动时打给您；查预约要用后四位。90 天后删掉。', more: html`required type="tel" inputmode="tel" autocomplete="tel" maxlength="20"` }, value('phone'))}
<div class="trap" aria-hidden="true"><label for="website">这一格请不要填</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button type="submit">预约</button>
</form>`
}

const showService = async (
  office: Office,
  service: Service,
  form = new URLSearchParams(),
  faults = noFaults,
  ticket?: string,
): Promise<Shown> => ({
  title: service.title,
  status: faults.size > 0 ? 422 : 200,
  body: html`<p>${serviceKinds[service.kind]}，${office.areas.nameOf(service.area)}。</p>
<p class="said">${service.about}</p>
<h2>谁可以办</h2><p class="said">${service.who}</p>
<h2>带什么</h2><p class="said">${service.bring}</p>
<h2>在哪里、什么时间</h2><p class="said">${service.place}。${service.hours}。${service.phone && html`电话 <a href="tel:${service.phone}">${service.phone}</a>。`}</p>
${await bookingForm(office, service, form, faults, ticket)}
<p><a href="/guide">全部事项</a>　<a href="/booked">查预约</a></p>`,
})

const showAll = ({ areas }: Office, services: readonly Service[]): Shown => ({
  title: '办事指南',
  body: html`<p>看清带什么再来，省得跑两趟。约好时间来，不用排队。</p>
<p><a href="/booked">查预约、取消预约</a></p>
${
  services.length === 0
    ? html`<p>这里还没有写事项。请打电话给社区。</p>`
    : html`<ol class="steps">${services.map(
        ({ id, kind, area, title, who }) =>
          html`<li><time>${serviceKinds[kind]} · ${areas.nameOf(area)}</time><a href="/guide?id=${id}">${title}</a><p>${who}</p></li>`,
      )}</ol>`
}`,
})

const find = async (office: Office, id: string): Promise<Service> => {
  const services = await listOfferedServices(repositoryFor(office, residentActor(office.district)))
  const found = services.find((service) => service.id === id)
  if (!found) throw new Problem('route.not_found', '没有这个事项，或者已经不办了。请回到“办事指南”再找。')
  return found
}

const showReceipt = (code: string): Shown => ({
  title: '约好了',
  body: html`<p>请把预约码抄下来，或者截一张图，来的时候给窗口看：</p>
<div class="note"><p class="code">${code.slice(0, 4)} ${code.slice(4)}</p></div>
<p>来不了，请在“<a href="/booked">查预约</a>”里取消，让别人也能约上。</p>`,
})

const whole = (message: string): Faults => new Map([['', message]])

/** 办事指南: what is done, for whom, with which papers; a time is booked there. */
export const guidePage: PublicPage = {
  path: '/guide',
  title: '办事指南',
  perMinute: 12,
  action: bookService,
  async show(office, asked) {
    const id = asked.get('id')
    if (id) return showService(office, await find(office, id))
    return showAll(office, await listOfferedServices(repositoryFor(office, residentActor(office.district))))
  },
  async submit(office, form) {
    const service = await find(office, form.get('service') ?? '')
    const sent = form.get('ticket') ?? ''
    const ticket = readTicket(office.cipher, sent)
    const again = (faults: Faults, same?: string) => showService(office, service, form, faults, same)
    if (!ticket) return again(whole('还没有约上：这一页打开太久了。请再按一次“预约”。'))
    if (ticket.early) return again(whole('还没有约上。请看一遍写得对不对，过几秒再按一次“预约”。'), sent)
    if (form.get('website')) return again(whole('还没有约上。请再按一次“预约”。'), sent)
    const { slot, name, phone } = Object.fromEntries(form)
    try {
      const actor = residentActor(office.district)
      const answer = await runPublicAction(
        office,
        actor,
        bookService,
        { slot, name, phone },
        `book:${ticket.nonce}`,
      )
      return showReceipt((answer as { code: string }).code)
    } catch (error) {
      if (error instanceof Problem && error.code === 'rule.unmet') return again(whole(error.message), sent)
      if (error instanceof Problem && error.code === 'command.reused')
        return again(whole('您刚才已经约好了。要再约一次，请再按一次“预约”。'))
      return again(faultsOf(error), sent)
    }
  },
}
