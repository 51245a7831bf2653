import { Link, useParams } from '@remix-run/react';
import type { ResourceState } from '@tessera/core/library/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';

type Use = { id: string; state: string; text: { title: string; language: string } | null };

/** The resources that lead to an address. */
export function LinkUses({ uses }: { uses: readonly Use[] }) {
  const { t } = useTranslation('library');
  const network = useParams().network ?? '';
  return (
    <ul>
      {uses.map(({ id, state, text }) => (
        <li key={id} className="py-0.5">
          <Link
            to={paths.resource(network, id)}
            className="link wrap-anywhere"
            lang={text?.language}
            dir="auto"
            translate="no"
          >
            {text?.title ?? id}
          </Link>{' '}
          {state !== 'published' && (
            <span className="text-sm text-muted">{t(`states.${state as ResourceState}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
