/** The community at the front of an area's path: 12 digits. */
const communityDigits = 12

const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** What a QR code says of a place: the community's code and the place's words, such as `990101001001.5ZKM5bmz`. */
export const placeCode = (area: string, place: string): string =>
  `${area.slice(0, communityDigits)}.${encode(place)}`

/** The community and place that a code says; undefined for what is none. */
export const readPlaceCode = (code: string): { community: string; place: string } | undefined => {
  const [, community, words] = /^(\d{12})\.([A-Za-z0-9_-]{1,400})$/.exec(code) ?? []
  if (!community || !words) return undefined
  try {
    const bytes = Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    )
    const place = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return place.length <= 120 ? { community, place } : undefined
  } catch {
    return undefined
  }
}

/** Where the code on a building leads: the public page, with place and community filled in. */
export const sayAddress = (origin: string, area: string, place: string): string =>
  `${origin}/say?at=${placeCode(area, place)}`

/** Where the code on a note leads: the page that tells how far a matter is. */
export const followAddress = (origin: string, code: string): string => `${origin}/follow?code=${code}`
