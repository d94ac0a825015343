/** So many texts are kept as such: those that recur stand at the beginning. */
const kept = 1 << 16

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Texts by number, most of them as bytes: a million ID numbers as such would take several times the room. */
export class TextTable {
  readonly #first: string[] = []
  #bytes = new Uint8Array(0)
  #ends = new Uint32Array(0)
  #count = 0
  #used = 0

  push(text: string): void {
    if (this.#first.length < kept) this.#first.push(text)
    else this.#store(text)
  }

  at(index: number): string | undefined {
    if (index < this.#first.length) return this.#first[index]
    const place = index - kept
    if (!(place >= 0 && place < this.#count)) return undefined
    return decoder.decode(this.#bytes.subarray(place === 0 ? 0 : this.#ends[place - 1], this.#ends[place]))
  }

  #store(text: string): void {
    if (this.#used + text.length * 3 > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(1 << 20, this.#bytes.length * 1.5, this.#used + text.length * 3))
      wider.set(this.#bytes.subarray(0, this.#used))
      this.#bytes = wider
    }
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(Math.max(1 << 16, this.#count * 1.5))
      longer.set(this.#ends)
      this.#ends = longer
    }
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written
    this.#ends[this.#count++] = this.#used
  }
}
