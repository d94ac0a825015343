import { daysBetween } from '../../../../core/time/date-arithmetic.ts'

/** Days before its end from which an agreement is to be looked at. */
const noticeDays = 30

/** How long it still holds: `12 天后到期`, `已到期 3 天`, `长期有效`. */
export const wordExpiry = (expiresOn: unknown, day: string): string => {
  if (typeof expiresOn !== 'string') return '长期有效'
  const days = daysBetween(day, expiresOn)
  if (days === 0) return '今天到期'
  if (days < 0) return `已到期 ${-days} 天`
  return days <= noticeDays ? `${days} 天后到期` : `${expiresOn} 到期`
}

/** Whether it has ended or soon will. */
export const isExpiring = (expiresOn: unknown, day: string): boolean =>
  typeof expiresOn === 'string' && daysBetween(day, expiresOn) <= noticeDays
