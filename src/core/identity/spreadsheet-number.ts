/**
 * Whether a text is a long number as a spreadsheet shows it once it took it for a quantity, such as
 * `1.10105E+17`: the digits that do not show are lost.
 */
export const isSpreadsheetNumber = (text: string): boolean => /^\d(?:\.\d+)?e\+?\d+$/i.test(text)
