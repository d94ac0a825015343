import { movedRow, type RowInsertion } from '../../xlsx/index.ts'

/** Moves pictures, charts and controls with their rows, which count from 0. What is fixed to the page stays. */
export const moveAnchors = (xml: string, insertion: RowInsertion | null): string =>
  insertion === null
    ? xml
    : xml.replace(
        /<((?:[\w.-]+:)?)(twoCellAnchor|oneCellAnchor|anchor)\b([^>]*)>[\s\S]*?<\/\1\2>/g,
        (whole, _prefix: string, _name: string, attributes: string) =>
          /editAs="absolute"/.test(attributes)
            ? whole
            : whole.replace(
                /(<(?:[\w.-]+:)?row>)(\d+)(?=<)/g,
                (_, open: string, row: string) => open + (movedRow(Number(row) + 1, insertion) - 1),
              ),
      )
