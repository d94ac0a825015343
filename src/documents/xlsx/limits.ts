/** How much of a file we take in. */
export interface ReadLimits {
  /** Bytes of the file as it lies on disk. */
  readonly fileBytes: number
  /** Bytes of all its parts unpacked. */
  readonly unpackedBytes: number
  /** Cells that hold something, all sheets together. */
  readonly cells: number
}

export const defaultLimits: ReadLimits = {
  fileBytes: 50 * 2 ** 20,
  unpackedBytes: 512 * 2 ** 20,
  cells: 5_000_000,
}

/** Thrown inside a reader to leave it; its message is for the person. */
export class Refusal extends Error {}
