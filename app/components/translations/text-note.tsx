import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from '~/components/use-formats.ts';

/** Says that a text stands in another language than the reader's, and that nobody has checked what a machine made of it. */
export function TextNote({ language, origin }: { language: string; origin: string }) {
  const { t, language: reader } = useTranslation('common');
  const format = useFormats();
  const notes = [
    ...(language === reader ? [] : [t('text.inLanguage', { language: format.language(language) })]),
    ...(origin === 'machine' ? [t('text.byMachine')] : []),
  ];
  if (notes.length === 0) return null;
  return <p className="mt-3 text-sm text-muted">{notes.join(' · ')}</p>;
}
