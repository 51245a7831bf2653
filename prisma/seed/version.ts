/** Rises when the demo holds other data than before. */
export const seedVersion = '12';
