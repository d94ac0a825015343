/** How much a package may hold before it is taken for an attack or an accident. */
export interface ZipLimits {
  /** Entries in the directory. */
  entries: number
  /** Bytes of one entry once inflated. */
  entryBytes: number
  /** Bytes of all entries that are read, once inflated. */
  totalBytes: number
  /** Inflated ÷ compressed, looked at from 1 MiB of inflated bytes on: repetitive XML reaches 100. */
  ratio: number
}

export const defaultZipLimits: ZipLimits = {
  entries: 10_000,
  entryBytes: 256 * 2 ** 20,
  totalBytes: 256 * 2 ** 20,
  ratio: 500,
}
