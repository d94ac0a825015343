import { setTimeout } from 'node:timers/promises'
import { Problem } from '../../../platform/contract/problem.ts'
import { runPublicAction } from '../../../platform/server/action/run-action.ts'
import { issueTicket, readTicket } from '../../../platform/server/http/form-ticket.ts'
import { html } from '../../../platform/server/http/html.ts'
import { textField } from '../../../platform/server/http/public-fields.ts'
import type { Shown } from '../../../platform/server/http/public-frame.ts'
import type { PublicPage } from '../../../platform/server/http/public-pages.ts'
import { type Office, repositoryFor } from '../../../platform/server/office.ts'
import { residentActor } from '../../../platform/server/permission/resident-actor.ts'
import { cancelBooking } from '../actions/cancel-booking.ts'
import { bookingStates } from '../contract.ts'
import { type Booking, findByCode, listBookingSteps } from '../storage/bookings.ts'
import { listOfferedServices } from '../storage/services.ts'

/** Every look takes as long as the longest, so that its time tells nothing about a code. */
const lookTime = 300

const noFaults = new Map<string, string>()

const showAsking = (code = '', tail = '', message = ''): Shown => ({
  title: '查预约',
  status: message ? 404 : 200,
  body: html`${message && html`<p class="note" role="alert">${message}</p>`}
<form method="post" action="/booked">
${textField(noFaults, { name: 'code', title: '预约码', hint: '预约以后给您的 8 位字母和数字。', more: html`required maxlength="20" autocomplete="off" autocapitalize="characters"` }, code)}
${textField(noFaults, { name: 'tail', title: '电话后四位', more: html`required inputmode="numeric" maxlength="4" autocomplete="off"` }, tail)}
<button type="submit">查看</button>
</form>`,
})

const showBooking = async (
  office: Office,
  proof: { code: string; tail: string },
  booking: Booking,
  note = '',
): Promise<Shown> => {
  const repository = repositoryFor(office, residentActor(office.district))
  const service = (await listOfferedServices(repository)).find(({ id }) => id === booking.service)
  const steps = await listBookingSteps(repository, booking.id)
  const long = new Intl.DateTimeFormat('zh-CN', {
    timeZone: office.zone,
    dateStyle: 'full',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return {
    title: bookingStates[booking.state],
    body: html`${note && html`<p class="note" role="status">${note}</p>`}
<p>${service?.title ?? '事项已经不办了'}，${long.format(booking.startsAt)}。</p>
${service && html`<p class="said">地点：${service.place}。\n带什么：${service.bring}</p>`}
<h2>办到哪一步</h2>
<ol class="steps">${steps.map(
      ({ at, state, note: said }) =>
        html`<li><time>${long.format(new Date(at))}</time><strong>${bookingStates[state]}</strong>${said && html`<p>${said}</p>`}</li>`,
    )}</ol>
${
  booking.state === 'booked' &&
  html`<form method="post" action="/booked">
<input type="hidden" name="ticket" value="${issueTicket(office.cipher)}"><input type="hidden" name="code" value="${proof.code}"><input type="hidden" name="tail" value="${proof.tail}">
<button type="submit">取消预约</button>
</form>`
}`,
  }
}

/** 查预约: where it stands; given back here. */
export const bookedPage: PublicPage = {
  path: '/booked',
  title: '查预约',
  unlisted: true,
  perMinute: 10,
  action: cancelBooking,
  async show() {
    return showAsking()
  },
  async submit(office, form) {
    const proof = { code: form.get('code') ?? '', tail: form.get('tail') ?? '' }
    const look = () => findByCode(repositoryFor(office, residentActor(office.district)), proof)
    const [booking] = await Promise.all([look(), setTimeout(lookTime)])
    if (!booking)
      return showAsking(
        proof.code,
        proof.tail,
        '没有查到。请看看预约码和电话后四位对不对；连着输错会停一分钟。',
      )
    if (!form.has('ticket')) return showBooking(office, proof, booking)
    const ticket = readTicket(office.cipher, form.get('ticket') ?? '')
    if (!ticket) return showBooking(office, proof, booking, '这一页打开太久了，请再按一次“取消预约”。')
    try {
      const actor = residentActor(office.district)
      await runPublicAction(office, actor, cancelBooking, proof, `cancel:${ticket.nonce}`)
    } catch (error) {
      if (error instanceof Problem && error.code === 'rule.unmet')
        return showBooking(office, proof, booking, error.message)
      throw error
    }
    return showBooking(office, proof, (await look()) ?? booking, '取消了，名额让给了别人。')
  },
}
