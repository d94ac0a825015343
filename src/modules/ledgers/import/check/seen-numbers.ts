/**
 * Remembers in which row an ID number stood first. A million of them are kept as numbers by region: as texts they
 * would take several times the room, and hold on to the pieces of the file that they were cut from.
 */
export const makeSeenNumbers = (): ((idNumber: string, row: number) => number | undefined) => {
  const regions = new Map<number, Map<number, number>>()
  return (idNumber, row) => {
    const region = Number(idNumber.slice(0, 6))
    // What follows the region, without the check character, which adds nothing.
    const rest = Number(idNumber.slice(6, 17))
    const rows = regions.get(region) ?? new Map<number, number>()
    regions.set(region, rows)
    const first = rows.get(rest)
    if (first === undefined) rows.set(rest, row)
    return first
  }
}
