/** What the benchmark uses of a library that comes without types. */
declare module 'xlsx-populate' {
  interface Filled {
    sheet(index: number): { cell(address: string): { value(values: string[][]): void } }
    outputAsync(type: 'uint8array'): Promise<Uint8Array>
  }
  const XlsxPopulate: { fromDataAsync(bytes: Uint8Array): Promise<Filled> }
  export default XlsxPopulate
}
