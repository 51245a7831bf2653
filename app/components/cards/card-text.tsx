import { directionOf } from '@tessera/i18n/spoken.ts';
import { cx } from '~/ui/class-names.ts';

/** The words of a card as they are written: in their own direction, and with numbers left as they are. */
export function CardText({
  language,
  isLarge = false,
  children,
}: {
  language: string;
  isLarge?: boolean;
  children: string;
}) {
  return (
    <bdi
      lang={language}
      dir={directionOf(language)}
      translate="no"
      className={cx('block wrap-anywhere', isLarge && 'text-2xl leading-snug font-semibold')}
    >
      {children}
    </bdi>
  );
}
