import type { CardPack } from '@tessera/core/cards/pack.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { cx } from '~/ui/class-names.ts';
import { pictureUrl } from './pack-rules.ts';

/** The picture of a card, black on white in light and dark. Beside words that say the same it is decoration. */
export function Pictogram({
  pack,
  name,
  isDecoration = false,
  className,
}: {
  pack: CardPack;
  name: string;
  isDecoration?: boolean;
  className?: string;
}) {
  const { language } = useTranslation();
  const picture = pack.pictograms[name];
  if (!picture) return null;
  return (
    <img
      src={pictureUrl(picture.svg)}
      alt={isDecoration ? '' : (picture.alt[language] ?? picture.alt[pack.host] ?? '')}
      className={cx('shrink-0 rounded-tile bg-raised object-contain p-1 [color-scheme:light]', className)}
    />
  );
}
