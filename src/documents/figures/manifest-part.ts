import { type Parsed, parsed, refused } from '../../core/parsed.ts'
import {
  addRelationship,
  childElements,
  createElement,
  type OfficePackage,
  readXml,
  relationshipsPart,
  removeRelationship,
  setContentType,
  type WordPackage,
  writeXml,
  type XmlElement,
} from '../opc/index.ts'
import type { FigureManifest, MarkedFigure } from './manifest.ts'

const NAMESPACE = 'urn:youju:figures:1'
const STORE_ID = '{7A0E3C52-5B0B-4E0F-9F4C-2D1A6E8B9C01}'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const CUSTOM_XML = `${OFFICE}/relationships/customXml`
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'

/** Writes the manifest as a custom XML part (ECMA-376 part 1, 15.2.5), which Word carries along unseen. */
export function writeManifest(file: WordPackage, manifest: FigureManifest): void {
  let number = 1
  while (file.parts.has(`customXml/item${number}.xml`)) number++
  const item = `customXml/item${number}.xml`
  const properties = `customXml/itemProps${number}.xml`
  const { report, verify } = manifest
  writeXml(
    file,
    item,
    createElement(
      'figures',
      { xmlns: NAMESPACE, report, verify },
      manifest.figures.map((figure) => createElement('figure', attributesOf(figure))),
    ),
  )
  writeXml(
    file,
    properties,
    createElement('ds:datastoreItem', { 'ds:itemID': STORE_ID, 'xmlns:ds': `${OFFICE}/customXml` }, [
      createElement('ds:schemaRefs', {}, [createElement('ds:schemaRef', { 'ds:uri': NAMESPACE })]),
    ]),
  )
  setContentType(file, properties, PROPERTIES_TYPE)
  addRelationship(file, item, `${CUSTOM_XML}Props`, properties)
  addRelationship(file, file.main, CUSTOM_XML, item)
}

/** Takes an earlier manifest out, such as that of a report which was made into a template. */
export function removeManifest(file: WordPackage): void {
  for (const item of manifestParts(file)) {
    const relationships = relationshipsPart(item)
    const properties = item.replace(/item(\d*)\.xml$/, 'itemProps$1.xml')
    for (const part of [item, relationships, properties]) file.parts.delete(part)
    setContentType(file, properties, null)
    removeRelationship(file, file.main, item)
  }
}

export function readManifest(file: OfficePackage): Parsed<FigureManifest | 'none'> {
  const [part] = manifestParts(file)
  if (part === undefined) return parsed('none')
  const root = readXml(file, part)
  if (!root.ok) return root
  const { report, verify } = root.value.attributes
  const figures = childElements(root.value, 'figure').map(figureOf)
  if (report === undefined || verify === undefined || figures.some(({ id }) => id === '')) {
    return refused('文件随附的数据来源信息不完整，无法核对。请从系统重新下载这份汇报。')
  }
  return parsed({ report, verify, figures })
}

function manifestParts(file: OfficePackage): string[] {
  return [...file.parts.keys()].filter((part) => {
    if (!/^customXml\/item\d*\.xml$/i.test(part)) return false
    const root = readXml(file, part)
    return root.ok && root.value.name === 'figures' && root.value.attributes.xmlns === NAMESPACE
  })
}

const attributesOf = (figure: MarkedFigure): Record<string, string> => ({
  id: figure.id,
  metric: figure.metric,
  title: figure.title,
  area: figure.area,
  areaName: figure.areaName,
  ...(figure.from === null ? {} : { from: figure.from }),
  asOf: figure.asOf,
  knownAt: figure.knownAt,
  ...(figure.value === null ? {} : { value: String(figure.value) }),
  text: figure.text,
  unit: figure.unit,
  hash: figure.hash,
})

const figureOf = ({ attributes: read }: XmlElement): MarkedFigure => ({
  id: read.id ?? '',
  metric: read.metric ?? '',
  title: read.title ?? '',
  area: read.area ?? '',
  areaName: read.areaName ?? '',
  from: read.from ?? null,
  asOf: read.asOf ?? '',
  knownAt: read.knownAt ?? '',
  value: read.value === undefined || !Number.isFinite(Number(read.value)) ? null : Number(read.value),
  text: read.text ?? '',
  unit: read.unit ?? '',
  hash: read.hash ?? '',
})
