import { useTranslation } from '@tessera/i18n/react.tsx';
import { useFormats } from './use-formats.ts';

type Line = {
  id: string;
  institutionName: string;
  country: string;
  learned: string;
  adopts: string;
  adoptBy: string | null;
};

/** What institutions took home from an event, one after the other. */
export function TakeawayList({ takeaways }: { takeaways: readonly Line[] }) {
  const { t } = useTranslation('exchange');
  const format = useFormats();
  return (
    <ul className="max-w-[46rem]">
      {takeaways.map(({ id, institutionName, country, learned, adopts, adoptBy }) => (
        <li key={id} className="border-b border-rule py-4 first:pt-0">
          <p className="font-semibold">
            {institutionName}
            {country && <span className="font-normal text-muted"> · {format.country(country)}</span>}
          </p>
          <p className="mt-1 whitespace-pre-line">{learned}</p>
          {(adopts || adoptBy) && (
            <p className="mt-2 whitespace-pre-line border-s-4 border-accent ps-3">
              {adopts}
              {adoptBy && (
                <span className="block text-sm text-muted">
                  {t('takeaways.until', { day: format.date(new Date(`${adoptBy}T00:00:00Z`), 'UTC') })}
                </span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
