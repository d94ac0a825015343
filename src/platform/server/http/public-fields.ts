import { Problem } from '../../contract/problem.ts'
import { type Html, html } from './html.ts'

/** What is wrong with which field, by its name; an empty name is the whole form. */
export type Faults = ReadonlyMap<string, string>

/** The faults that a refusal names; throws on what is not about the form. */
export const faultsOf = (error: unknown): Faults => {
  if (
    !(error instanceof Problem) ||
    !['field.invalid', 'request.invalid', 'file.unreadable', 'file.too_large'].includes(error.code)
  )
    throw error
  return new Map(error.places.map(({ field = '', message }) => [field, message]))
}

const fault = (faults: Faults, name: string): Html | undefined => {
  const message = faults.get(name)
  return message === undefined ? undefined : html`<p class="fault" id="${name}-fault">${message}</p>`
}

const said = (faults: Faults, name: string, hint: string): Html => {
  const ids = [hint && `${name}-hint`, faults.has(name) && `${name}-fault`].filter(Boolean).join(' ')
  return html`${ids && html` aria-describedby="${ids}"`}${faults.has(name) && html` aria-invalid="true"`}`
}

interface Asked {
  readonly name: string
  readonly title: string
  readonly hint?: string
  /** Goes into the field's tag. */
  readonly more?: Html
}

/** A field with its name, what to write there, and what was wrong. */
export const field = (
  faults: Faults,
  { name, title, hint = '', more }: Asked,
  control: (attributes: Html) => Html,
): Html => html`<div class="field"><label for="${name}">${title}</label>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${fault(faults, name)}
${control(html`id="${name}" name="${name}"${said(faults, name, hint)} ${more}`)}</div>`

export const textField = (faults: Faults, asked: Asked, value: string): Html =>
  field(faults, asked, (attributes) => html`<input ${attributes} value="${value}">`)

export const textArea = (faults: Faults, asked: Asked, value: string, rows: number): Html =>
  field(faults, asked, (attributes) => html`<textarea ${attributes} rows="${rows}">${value}</textarea>`)

/** One of a few, each as large as a thumb. */
export const choices = (
  faults: Faults,
  { name, title }: Asked,
  options: readonly (readonly [value: string, title: string])[],
  value: string,
): Html => html`<fieldset${faults.has(name) && html` aria-describedby="${name}-fault"`}><legend>${title}</legend>${fault(faults, name)}
${options.map(
  ([each, text]) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${each}" required${each === value && html` checked`}>${text}</label>`,
)}</fieldset>`

/** Says first of all that something has to be mended. */
export const faultNote = (faults: Faults): Html | undefined =>
  faults.size === 0
    ? undefined
    : html`<p class="note" role="alert">${faults.get('') ?? '还没有提交。请改好标红的地方，再按一次。'}</p>`
