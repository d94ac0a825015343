/** `张**`: the family name's first character stays. */
export const maskName = (name: string): string => {
  const characters = [...name]
  return characters.length === 0 ? '' : characters[0] + '*'.repeat(Math.max(characters.length - 1, 1))
}

/** `幸福路****`: what stands before the first house number stays, at most twelve characters. */
export const maskAddress = (address: string): string => {
  const characters = [...address]
  const firstNumber = characters.findIndex((character) => /[0-9０-９A-Za-z]/.test(character))
  const kept = Math.min(firstNumber > 0 ? firstNumber : Math.floor(characters.length / 2), 12)
  return `${characters.slice(0, kept).join('')}****`
}

/** `****`: nothing of it stays, not even its length. */
export const maskText = (): string => '****'
