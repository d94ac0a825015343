import type { CheckResult } from './check-report.ts'
import type { Finding } from './finding.ts'
import { findingTitles, severityTitles } from './finding-titles.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What is said of a quantity beside the findings, such as how it stands against a ledger. */
export interface QuantityRemark {
  /** Its place in the result's quantities. */
  quantity: number
  tone: 'good' | 'bad' | 'plain'
  title: string
  message: string
}

interface PageSource {
  name: string
  result: CheckResult
  remarks?: readonly QuantityRemark[]
}

const style = `
:root{color-scheme:light;--error:#b42318;--warning:#b54708;--note:#475467}
body{margin:0;font:16px/1.8 "Noto Serif CJK SC","Songti SC",SimSun,serif;color:#1d2939;background:#f9fafb}
header{padding:16px 24px;background:#0f766e;color:#fff;font-family:system-ui,"Microsoft YaHei",sans-serif}
header h1{margin:0;font-size:20px}header p{margin:4px 0 0;font-size:14px}
main{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:24px;max-width:1280px;margin:0 auto;padding:24px}
article{background:#fff;padding:32px 40px;border:1px solid #eaecf0;white-space:pre-wrap;overflow-wrap:anywhere}
aside{font:14px/1.6 system-ui,"Microsoft YaHei",sans-serif}
aside ol{list-style:none;margin:0;padding:0}
aside li{background:#fff;border:1px solid #eaecf0;border-left:4px solid var(--note);padding:8px 12px;margin:0 0 8px}
aside h2{font-size:16px;margin:16px 0 8px}li.bad{border-left-color:var(--error)}li.good{border-left-color:#0f766e}
li.error{border-left-color:var(--error)}li.warning{border-left-color:var(--warning)}
li a{color:inherit;text-decoration:none;font-weight:600}li a:hover,li a:focus{text-decoration:underline}
.number{border-bottom:1px dotted #98a2b3}
mark{background:#fef0c7;color:inherit;border-bottom:2px solid var(--warning)}
mark.error{background:#fee4e2;border-color:var(--error)}mark.note{background:#eef2f6;border-color:var(--note)}
mark sup{font:11px system-ui;color:#475467}:target{outline:3px solid #0f766e;outline-offset:2px}
section+section{border-top:6px double #eaecf0}
@media(max-width:900px){main{grid-template-columns:1fr;padding:12px}article{padding:16px}}
@media print{body{background:#fff}header{background:none;color:#000}main{display:block;padding:0}article{border:0;padding:0}aside{break-before:page}li{break-inside:avoid}}
`

/** Lays findings and quantities over the text: every stretch between two boundaries is marked once. */
const markedText = (result: CheckResult, prefix: string): string => {
  const { text, quantities, findings } = result
  const cuts = new Set([0, text.length])
  for (const { start, end } of [...quantities, ...findings]) cuts.add(start).add(end)
  const places = [...cuts].sort((a, b) => a - b)
  let out = ''
  let open: { finding: Finding; index: number }[] = []
  let nextFinding = 0
  let q = 0
  places.slice(0, -1).forEach((from, i) => {
    const to = places[i + 1]!
    while (nextFinding < findings.length && findings[nextFinding]!.start <= from)
      open.push({ finding: findings[nextFinding]!, index: nextFinding++ })
    open = open.filter(({ finding }) => finding.end > from)
    while (q < quantities.length && quantities[q]!.end <= from) q++
    const quantity = quantities[q]
    let piece = escapeHtml(text.slice(from, to))
    if (quantity && quantity.start <= from) {
      const told = [
        quantity.subject,
        `${quantity.low === quantity.high ? quantity.low : `${quantity.low}—${quantity.high}`}${quantity.unit}`,
      ]
      const place = quantity.start === from ? ` id="${prefix}q${q + 1}"` : ''
      piece = `<span class="number"${place} title="${escapeHtml(told.filter(Boolean).join('：'))}">${piece}</span>`
    }
    const top = open.at(-1)
    if (top) {
      const begins = open.filter(({ finding }) => finding.start === from)
      const anchors = begins.map(({ index }) => `<a id="${prefix}m${index + 1}"></a>`).join('')
      const numbers = begins.length > 0 ? `<sup>${begins.map(({ index }) => index + 1).join('、')}</sup>` : ''
      piece = `${anchors}<mark class="${top.finding.severity}" title="${escapeHtml(top.finding.message)}">${piece}${numbers}</mark>`
    }
    out += piece
  })
  return out
}

const remarkList = ({ result, remarks }: PageSource, prefix: string): string => {
  if (remarks === undefined) return ''
  const items = remarks.map(({ quantity, tone, title, message }) => {
    const { text, subject, unit } = result.quantities[quantity]!
    const head = escapeHtml(`${title}　${subject} ${text}${unit}`)
    return `<li class="${tone}"><a href="#${prefix}q${quantity + 1}">${head}</a><br>${escapeHtml(message)}</li>`
  })
  return `<h2>对照台账</h2><ol>${items.join('\n') || '<li>没有可以对照的数。</li>'}</ol>`
}

const sectionOf = (source: PageSource, prefix: string): string => {
  const { name, result } = source
  const { quantities, relations, findings } = result
  const items = findings
    .map(
      (f, i) =>
        `<li class="${f.severity}"><a href="#${prefix}m${i + 1}">${i + 1}　${findingTitles[f.kind]}（${severityTitles[f.severity]}）</a><br>${escapeHtml(f.message)}</li>`,
    )
    .join('\n')
  const summary = `${result.text.length} 字，数量 ${quantities.length} 处，可互相核对的关系 ${relations.length} 处，发现问题 ${findings.length} 处`
  return `<section><header><h1>${escapeHtml(name)}</h1><p>${summary}</p></header>
<main><article>${markedText(result, prefix)}</article><aside aria-label="发现的问题"><ol>${items || '<li>没有发现问题。没有发现不等于没有错误：只有文中能互相核对的数字才查得出来。</li>'}</ol>${remarkList(source, prefix)}</aside></main></section>`
}

/** One self-contained page: the text marked up beside the list of findings; prints on paper. */
export const checkPage = (checked: readonly PageSource[]): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>报告核对：${escapeHtml(checked.map(({ name }) => name).join('、'))}</title><style>${style}</style></head>
<body>
${checked.map((source, i) => sectionOf(source, `f${i + 1}`)).join('\n')}
</body></html>
`
