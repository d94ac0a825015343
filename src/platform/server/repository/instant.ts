/** An instant as ISO text; drivers hand over a Date, or text where the row came through JSON. */
export const isoInstant = (instant: Date | string): string => new Date(instant).toISOString()
