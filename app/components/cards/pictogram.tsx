import { useParams } from '@remix-run/react';
import type { PictogramName } from '@tessera/core/cards/pictograms.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';

/** A motif, black on white in any light. Beside words that say the same it is decoration. */
export function Pictogram({
  name,
  size = 48,
  isDecoration = false,
}: {
  name: string | null;
  size?: number;
  isDecoration?: boolean;
}) {
  const { t } = useTranslation('pictograms');
  const network = useParams().network ?? '';
  if (name === null) return null;
  return (
    <img
      src={paths.pictogram(network, name)}
      alt={isDecoration ? '' : t(name as PictogramName)}
      width={size}
      height={size}
      loading="lazy"
      className="shrink-0 border border-rule bg-[#fff] p-1"
    />
  );
}
