export type NameOrder = 'given_first' | 'family_first';

/** The order in which people write names in a language: in Hungarian the family name stands first. */
export function usualNameOrder(language: string): NameOrder {
  return language === 'hu' ? 'family_first' : 'given_first';
}
