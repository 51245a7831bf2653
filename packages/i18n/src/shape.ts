type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type IsPlural<K> = K extends `${string}${PluralSuffix}` ? true : false;
type Base<K> = K extends `${infer B}${PluralSuffix}` ? B : never;

/**
 * The shape that another language must fill: the same keys as English. A key with plural forms needs `_other`; the other
 * forms differ by language and are checked against `Intl.PluralRules` in a test.
 */
export type Shape<T> = {
  [K in keyof T as IsPlural<K> extends true ? never : K]: T[K] extends string ? string : Shape<T[K]>;
} & {
  [K in keyof T as K extends `${string}_other` ? K : never]: string;
} & {
  [K in keyof T as IsPlural<K> extends true ? `${Base<K>}${PluralSuffix}` : never]?: string;
};
