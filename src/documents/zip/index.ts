export { type FileIdentity, identifyFile } from './identify-file.ts'
export { ZipRefusal } from './inflate-entry.ts'
export { defaultZipLimits, type ZipLimits } from './limits.ts'
export { openZip, type ZipPackage } from './open-zip.ts'
