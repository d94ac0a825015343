import { createHash } from 'node:crypto'
import { puzzleScriptHash } from './form-puzzle.ts'
import { Html, html } from './html.ts'

/** What a public page shows. */
export interface Shown {
  readonly title: string
  readonly body: Html
  /** 200 unless told. */
  readonly status?: number
}

/** The colours are those of the house; everything is large enough for a thumb. */
const style = `:root{color-scheme:light dark;--accent:#0f766e;--on:#fff;--text:#1b222b;--muted:#5b6470;--line:#8a939d;--ground:#fff;--soft:#e3f1ef;--red:#b91c1c}
@media(prefers-color-scheme:dark){:root{--accent:#4fb3a9;--on:#0f1216;--text:#e6e9ec;--muted:#a3abb5;--line:#6b7580;--ground:#0f1216;--soft:#12332f;--red:#f87171}}
*{box-sizing:border-box}
body{margin:0 auto;padding:0 16px 48px;max-width:640px;background:var(--ground);color:var(--text);font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
header{display:flex;flex-wrap:wrap;gap:0 16px;align-items:center;justify-content:space-between;border-bottom:1px solid var(--line);padding:8px 0}
nav{display:flex;flex-wrap:wrap;gap:0 4px}
nav a{display:inline-flex;align-items:center;min-height:44px;padding:0 8px}
a{color:var(--accent)}
h1{font-size:24px;line-height:1.35;margin:20px 0 8px}
h2{font-size:19px;margin:28px 0 8px}
p,ol,ul,dl{margin:8px 0}
form{margin-top:16px}
.field{margin:0 0 20px}
.field>label,legend{display:block;font-weight:600;padding:0;margin-bottom:4px}
.hint{color:var(--muted);font-size:15px;margin:0 0 4px}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=radio],[type=checkbox]),select,textarea{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:6px;background:var(--ground)}
fieldset{border:0;margin:0 0 20px;padding:0;min-width:0}
.choice{display:flex;align-items:center;gap:12px;min-height:48px}
form>.choice{margin:0 0 20px}
.choice input{width:24px;height:24px;flex:none;accent-color:var(--accent)}
button{width:100%;min-height:52px;border:0;border-radius:6px;background:var(--accent);color:var(--on);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.fault{color:var(--red);font-weight:600;margin:0 0 4px}
.note{background:var(--soft);border-radius:6px;padding:12px 16px;margin:16px 0}
.code{font-size:28px;font-weight:700;letter-spacing:3px;font-family:ui-monospace,Consolas,monospace;margin:0}
.steps{list-style:none;padding:0}
.steps li{border-left:3px solid var(--accent);padding:0 0 16px 14px}
.steps time{color:var(--muted);font-size:15px;display:block}
.said,.steps p{white-space:pre-line}
h3{font-size:17px;margin:20px 0 0}
.held div{display:flex;flex-wrap:wrap;gap:0 12px;border-bottom:1px solid var(--soft);padding:4px 0}
.held dt{color:var(--muted);flex:0 0 9em}
.held dd{margin:0;flex:1 1 12em}
.said strong{display:block}
.photos{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
.photos img{max-width:100%;height:auto;border-radius:6px}
input[type=file]{padding:8px}
.trap{position:absolute;left:-9999px}`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing but this page: no script but the puzzle's, no picture from elsewhere, no other host, and forms only to the office itself. */
export const publicHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    // Photos of one's own matter, which no address leads to.
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `script-src 'sha256-${puzzleScriptHash}'`,
  ].join('; '),
  'cache-control': 'no-store',
  // Without a referrer browsers leave the origin of a form out, and it could not be told from another site's.
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
}

/** The whole page around what a public page shows. */
export const framePublic = (
  office: string,
  links: readonly { path: string; title: string }[],
  { title, body }: Shown,
): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - ${office}</title><style>${new Html(style)}</style></head>
<body>
<header><strong>${office}</strong><nav aria-label="居民服务">${links.map(({ path, title: each }) => html`<a href="${path}">${each}</a>`)}</nav></header>
<main><h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text
