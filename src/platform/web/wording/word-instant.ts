const instant = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** An instant (ISO 8601) as day and time in China: `2026/1/12 09:05`. */
export const wordInstant = (text: string): string => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? text : instant.format(at)
}
