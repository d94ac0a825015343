import { createElement, findChild, isElement, type XmlElement, type XmlNode } from '../opc/index.ts'
import { CLOSE, MIDDLE, OPEN } from './sentinel.ts'

/** Makes the element that stands for a figure from the runs with its text. */
type Wrap = (id: string, content: XmlNode[]) => XmlElement

/** Ruby text may hold no content control (CT_RubyContent). */
const NO_CONTROLS = new Set(['w:rt', 'w:rubyBase'])

/**
 * Puts every figure text between sentinels into an element made by `wrap`, splitting runs where one ends and
 * keeping their formatting. A figure may lie over several runs, as Word splits them at every edit, but not over
 * paragraphs. Throws where it does: only our own values carry sentinels.
 */
export function wrapSentinels(element: XmlElement, wrap: Wrap): void {
  for (const child of element.children) if (isElement(child)) wrapSentinels(child, wrap)
  if (NO_CONTROLS.has(element.name)) return
  const runs = element.children.filter((child): child is XmlElement => isElement(child, 'w:r'))
  if (!runs.some((run) => texts(run).some((text) => /[\uFDD0-\uFDD2]/.test(text)))) return
  const pass = new Pass(wrap)
  for (const child of element.children) {
    if (isElement(child, 'w:r')) pass.takeRun(child)
    else pass.take(child)
  }
  element.children = pass.finish()
}

const texts = (run: XmlElement): string[] =>
  run.children
    .filter((child): child is XmlElement => isElement(child, 'w:t'))
    .flatMap((child) => child.children.filter((node) => typeof node === 'string'))

/** One walk over the children of a paragraph, hyperlink or the like. */
class Pass {
  readonly #wrap: Wrap
  readonly #output: XmlNode[] = []
  /** Content of the figure under way, null outside one. */
  #content: XmlNode[] | null = null
  /** Id of the figure under way, and whether its text has begun. */
  #id = ''
  #inId = false

  constructor(wrap: Wrap) {
    this.#wrap = wrap
  }

  take(node: XmlNode): void {
    ;(this.#content ?? this.#output).push(node)
  }

  takeRun(run: XmlElement): void {
    const format = findChild(run, 'w:rPr')
    let pieces: XmlNode[] = []
    const flush = () => {
      if (pieces.length === 0) return
      const own = format === undefined ? [] : [structuredClone(format)]
      this.take(createElement('w:r', { ...run.attributes }, [...own, ...pieces]))
      pieces = []
    }
    for (const child of run.children) {
      if (child === format) continue
      if (!isElement(child, 'w:t')) {
        pieces.push(child)
        continue
      }
      for (const token of child.children.join('').split(/([\uFDD0-\uFDD2])/)) {
        if (token === OPEN || token === MIDDLE || token === CLOSE) {
          flush()
          this.#turn(token)
        } else if (this.#inId) this.#id += token
        else if (token !== '') pieces.push(createElement('w:t', { 'xml:space': 'preserve' }, [token]))
      }
    }
    flush()
  }

  #turn(token: string): void {
    const begun = this.#content !== null || this.#inId
    if (token === OPEN && !begun) {
      this.#inId = true
      this.#id = ''
    } else if (token === MIDDLE && this.#inId) {
      this.#inId = false
      this.#content = []
    } else if (token === CLOSE && this.#content !== null) {
      const content = this.#content
      this.#content = null
      this.take(this.#wrap(this.#id, content))
    } else throw new Error('figure sentinels out of order')
  }

  finish(): XmlNode[] {
    if (this.#content !== null || this.#inId)
      throw new Error(`figure ${this.#id} does not end in its paragraph`)
    return this.#output
  }
}
