import { partsOfDay, topics, weekdays } from '@tessera/core/mentoring/rules.ts';
import { spokenLanguages } from '@tessera/i18n/languages.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import type { FieldProps } from '~/ui/field.tsx';
import type { Definition } from '~/ui/lists.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { TickGrid, WeekGrid } from './tick-grid.tsx';

export type Wishes = {
  languages: readonly string[];
  topics: readonly string[];
  availability: readonly string[];
  place: string;
};
type Name = keyof Wishes;

// The first Monday of 2026; a name of a day needs some date.
const monday = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** Days of the week and parts of a day in words. */
export function useTimeWords() {
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const dayWord = (day: string, length: 'long' | 'short') =>
    format.weekdayName(new Date(monday + (weekdays as readonly string[]).indexOf(day) * dayMs), length);
  const partWord = (part: string) => t(`parts.${part as (typeof partsOfDay)[number]}`);
  return {
    dayWord,
    partWord,
    /** `mon_evening` is "Mon evening". */
    timeWord: (time: string) => {
      const [day = '', part = ''] = time.split('_');
      return t('time', { day: dayWord(day, 'short'), part: partWord(part) });
    },
  };
}

/** The fields that both sides of a match fill: languages, topics, times and a place. */
export function WishesFields({
  field,
  given,
  isMentor,
}: {
  field: (name: Name) => FieldProps & { defaultValue?: string };
  given: (name: Name) => readonly string[];
  isMentor: boolean;
}) {
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const shell = useNetwork();
  const { dayWord, partWord } = useTimeWords();
  const near = [...(shell?.languages ?? []), ...(shell?.contentLanguages ?? [])];
  const languages = spokenLanguages
    .map((value) => ({ value, label: format.language(value), isFolded: !near.includes(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <>
      <TickGrid
        {...field('languages')}
        options={languages}
        chosen={given('languages')}
        more={t('wishes.moreLanguages')}
      />
      <TickGrid
        {...field('topics')}
        label={isMentor ? t('wishes.expertise') : t('wishes.topics')}
        options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))}
        chosen={given('topics')}
      />
      <WeekGrid
        {...field('availability')}
        days={weekdays.map((value) => ({ value, label: dayWord(value, 'long') }))}
        parts={partsOfDay.map((value) => ({ value, label: partWord(value) }))}
        chosen={given('availability')}
      />
      <TextField {...field('place')} maxLength={120} />
    </>
  );
}

/** The labels of these fields. */
export function useWishesLabels() {
  const { t } = useTranslation('programmes');
  return {
    languages: t('wishes.languages'),
    topics: t('wishes.topics'),
    availability: t('wishes.availability'),
    place: t('wishes.place'),
  };
}

/** What somebody offers or wishes, to read. */
export function useWishesEntries(
  { languages, topics: asked, availability, place }: Wishes,
  isMentor: boolean,
): Definition[] {
  const { t } = useTranslation('programmes');
  const format = useFormats();
  const { timeWord } = useTimeWords();
  const words = (list: string[]) => (list.length > 0 ? format.list(list) : t('wishes.notSaid'));
  return [
    { term: t('wishes.languages'), value: words(languages.map((code) => format.language(code))) },
    {
      term: isMentor ? t('wishes.expertise') : t('wishes.topics'),
      value: words(asked.map((topic) => t(`topics.${topic as (typeof topics)[number]}`))),
    },
    { term: t('wishes.availability'), value: words(availability.map(timeWord)) },
    { term: t('wishes.place'), value: place ? <span translate="no">{place}</span> : t('wishes.notSaid') },
  ];
}
