import type { AskedQuestion } from '@tessera/core/questions/form.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** An answer in words: the words of a choice, yes or no, a number or a day as people write them. */
export function useAnswerWords() {
  const { t } = useTranslation('answers');
  const format = useFormats();
  return ({ kind, words }: Pick<AskedQuestion, 'kind' | 'words'>, value: string): string => {
    if (kind === 'yes_no') return t(value === 'yes' ? 'form.yes' : 'form.no');
    if (kind === 'number') return format.number(Number(value), 6);
    if (kind === 'date') return format.date(new Date(`${value}T12:00:00Z`), 'UTC');
    return words[value] ?? value;
  };
}
