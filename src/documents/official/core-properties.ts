import { createElement, serializeXml } from '../opc/index.ts'
import type { OfficialDocument } from './document.ts'

/** The file's properties (ECMA-376 part 2, 11). `docx` puts the time of writing in, which nobody could reproduce. */
export function coreProperties({ title, author, createdAt }: OfficialDocument): string {
  const time = (name: string) =>
    createdAt === undefined ? [] : [createElement(name, { 'xsi:type': 'dcterms:W3CDTF' }, [createdAt])]
  return serializeXml(
    createElement(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        createElement('dc:title', {}, [title]),
        createElement('dc:creator', {}, [author ?? '']),
        ...time('dcterms:created'),
        ...time('dcterms:modified'),
      ],
    ),
  )
}
