export { setContentType } from './content-types.ts'
export { type OfficePackage, readText, readXml, saveOfficePackage, writeXml } from './office-package.ts'
export { addRelationship, readRelationships, relationshipsPart, removeRelationship } from './relationships.ts'
export { openWordPackage, type WordPackage } from './word-package.ts'
export {
  childElements,
  createElement,
  findChild,
  isElement,
  parseXml,
  serializeXml,
  type XmlElement,
  type XmlNode,
} from './xml-tree.ts'
