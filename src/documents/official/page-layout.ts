/**
 * The page of GB/T 9704-2012, in twentieths of a point (twips) unless said otherwise. 5.1, 5.2.1: A4, top margin
 * 37 mm, left 28 mm, text block 156 × 225 mm. 5.2.2, 5.2.3: 22 lines of 28 characters of size 3 (16 pt).
 */
const millimetres = (length: number) => Math.round((length / 25.4) * 1440)

const WIDTH = millimetres(210)
const HEIGHT = millimetres(297)
const TEXT_WIDTH = millimetres(156)
const TEXT_HEIGHT = millimetres(225)

export const page = {
  width: WIDTH,
  height: HEIGHT,
  textWidth: TEXT_WIDTH,
  top: millimetres(37),
  left: millimetres(28),
  right: WIDTH - millimetres(28) - TEXT_WIDTH,
  bottom: HEIGHT - millimetres(37) - TEXT_HEIGHT,
  header: millimetres(15),
  /**
   * 7.5: the dashes of the page number lie 7 mm below the text block (at 269 mm). They stand in the middle of a
   * line of 18 pt, whose lower edge this is, seen from the lower edge of the page.
   */
  footer: millimetres(297 - 269 - 3.2),
  footerLine: 18 * 20,
}

/**
 * 22 lines need a pitch of at most 28.99 pt, 28 characters one of 15.79 pt, which is less than the 16 pt of size
 * 3. The lines lie on the document grid, at 28.9 pt so that rounding costs no reader a line. The characters do
 * not: LibreOffice gives a character that is wider than its cell two of them. They are set 0.25 pt closer
 * instead, which Word, WPS and LibreOffice all do alike.
 */
export const grid = { linePitch: 578, characterSpacing: -5 }
