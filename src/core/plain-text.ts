/**
 * Text as a keyboard would have typed it: full-width letters, digits and punctuation become half-width
 * (Unicode NFKC), invisible characters go, spaces at the ends go.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim()

/** As `plainText`, without any white space. */
export const compactText = (text: string): string => plainText(text).replace(/\s+/g, '')
