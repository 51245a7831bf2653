export const widgetColours = ['auto', 'light', 'dark'] as const;

/** What a frame in another site shows and how it looks; an empty text is what is as usual. */
export type WidgetWish = {
  language: string;
  theme: string;
  number: number;
  colours: (typeof widgetColours)[number];
};

/** The query for a wish; what is as usual is left out. */
export function widgetQuery({ language, theme, number, colours }: WidgetWish) {
  return {
    lang: language,
    theme,
    number: number === 5 ? undefined : number,
    colours: colours === 'auto' ? undefined : colours,
  };
}
