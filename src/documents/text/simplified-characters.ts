import pairs from 'opencc-js/dict/TSCharacters'

const readPairs = (): Map<string, string> => {
  const map = new Map<string, string>()
  for (const pair of pairs.split('|')) {
    const [traditional, simplified] = pair.split(' ')
    // Offsets must survive: only characters of one UTF-16 unit for one.
    if (traditional?.length === 1 && simplified?.length === 1) map.set(traditional, simplified)
  }
  // Written for numbers alone, or joined differently than the dictionary of prose has it.
  for (const [from, to] of ['週周', '餘余', '佰百', '仟千', '萬万', '億亿']) map.set(from!, to!)
  return map
}

let known: Map<string, string> | undefined

/** Traditional to simplified characters, one UTF-16 unit for one (data of OpenCC). Read at first use. */
export const simplifiedCharacters = (): ReadonlyMap<string, string> => {
  known ??= readPairs()
  return known
}
