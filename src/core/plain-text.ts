/** Visible ASCII and the common ideographs are plain as they stand, and most cells hold nothing else. */
const isPlain = /^[!-~\u4e00-\u9fff]*$/

/**
 * Text as a keyboard would have typed it: full-width letters, digits and punctuation become half-width
 * (Unicode NFKC), invisible characters go, spaces at the ends go.
 */
export const plainText = (text: string): string =>
  isPlain.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
        .trim()

/** As `plainText`, without any white space. */
export const compactText = (text: string): string =>
  isPlain.test(text) ? text : plainText(text).replace(/\s+/g, '')
