export type { FigureManifest, MarkedFigure } from './manifest.ts'
export { markFigures } from './mark-figures.ts'
export { type FoundFigure, type FoundFigures, readFigures } from './read-figures.ts'
export { figureText, unmarkedText } from './sentinel.ts'
