export { type FileIdentity, identifyFile } from './identify-file.ts'
export { defaultZipLimits, type ZipLimits } from './limits.ts'
export { openZip, type ZipPackage } from './open-zip.ts'
