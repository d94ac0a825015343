import { SaxesParser } from 'saxes'

export interface ParagraphStyle {
  /** 1 is the highest heading. */
  heading?: number
  numId?: string
  numLevel?: number
}

interface Written extends ParagraphStyle {
  basedOn?: string
}

/** Reads word/styles.xml: what a style says of headings and numbering, its own or inherited. */
export const readStyles = (xml: string | undefined): ((id: string) => ParagraphStyle) => {
  const styles = new Map<string, Written>()
  if (xml) {
    const parser = new SaxesParser()
    let style: Written = {}
    parser.on('opentag', ({ name, attributes }) => {
      const value = (attributes['w:val'] as string | undefined) ?? ''
      if (name === 'w:style') {
        style = {}
        styles.set(attributes['w:styleId'] as string, style)
      } else if (name === 'w:name') {
        const level = /^(?:heading|标题) ?([1-9])$/i.exec(value)?.[1]
        if (level) style.heading = Number(level)
      } else if (name === 'w:outlineLvl' && Number(value) < 9) style.heading = Number(value) + 1
      else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:numId') style.numId = value
      else if (name === 'w:ilvl') style.numLevel = Number(value)
    })
    parser.write(xml).close()
  }
  return (id) => {
    const found: ParagraphStyle = {}
    let at: string | undefined = id
    for (let depth = 0; at !== undefined && depth < 20; depth++) {
      const style: Written | undefined = styles.get(at)
      if (!style) break
      if (found.heading === undefined && style.heading !== undefined) found.heading = style.heading
      if (found.numId === undefined && style.numId !== undefined) found.numId = style.numId
      if (found.numLevel === undefined && style.numLevel !== undefined) found.numLevel = style.numLevel
      at = style.basedOn
    }
    return found
  }
}
