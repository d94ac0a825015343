/** A run (`w:r`) in the XML of a part; positions are UTF-16 offsets into that XML. */
interface RunPlace {
  /** Of `<w:r`. */
  start: number
  /** After its properties. */
  contentStart: number
  /** Of `</w:r>`, and after it. */
  contentEnd: number
  end: number
  /** Its properties as written; '' without. */
  properties: string
}

/** A stretch of a document's text and the `w:t` it stands in. */
export interface TextPlace {
  /** In the text: of the paragraph while it is read, then of the whole. */
  start: number
  length: number
  run: RunPlace
  /** Of `<w:t`, of its content, and after `</w:t>`. */
  tagStart: number
  contentStart: number
  tagEnd: number
  /** Within a text box, where Word takes no comments. */
  boxed: boolean
}

interface Reading {
  text: string
  places: TextPlace[]
}

/** Follows a parser and notes where each text stands. Called for what is read, not for what is skipped. */
export const traceRuns = (xml: string, parser: { readonly position: number }) => {
  const runs: RunPlace[] = []
  let place: TextPlace | undefined
  let properties: number | undefined
  let boxes = 0
  const tagStart = () => xml.lastIndexOf('<', parser.position - 2)
  return {
    opened(name: string, selfClosing: boolean, reading: Reading | undefined): void {
      const run = runs.at(-1)
      if (name === 'w:txbxContent') boxes++
      if (name === 'w:r' && !selfClosing)
        runs.push({
          start: tagStart(),
          contentStart: parser.position,
          contentEnd: 0,
          end: 0,
          properties: '',
        })
      // A run's own properties come first in it; those of a tracked change are inside and skipped.
      else if (name === 'w:rPr' && run && tagStart() === run.contentStart && !selfClosing)
        properties = tagStart()
      else if (name === 'w:t' && run && reading && !selfClosing)
        place = {
          start: reading.text.length,
          length: 0,
          run,
          tagStart: tagStart(),
          contentStart: parser.position,
          tagEnd: 0,
          boxed: boxes > 0,
        }
    },
    closed(name: string, selfClosing: boolean, reading: Reading | undefined): void {
      const run = runs.at(-1)
      if (name === 'w:txbxContent') boxes--
      else if (name === 'w:rPr' && run && properties !== undefined) {
        run.properties = xml.slice(properties, parser.position)
        run.contentStart = parser.position
        properties = undefined
      } else if (name === 'w:t' && place && reading) {
        place.length = reading.text.length - place.start
        place.tagEnd = parser.position
        if (place.length > 0) reading.places.push(place)
        place = undefined
      } else if (name === 'w:r' && run && !selfClosing) {
        run.contentEnd = tagStart()
        run.end = parser.position
        runs.pop()
      }
    },
  }
}
