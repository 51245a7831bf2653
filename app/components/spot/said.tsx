import { directionOf } from '@tessera/i18n/spoken.ts';
import { dialled } from './numbers.tsx';
import { piecesOf } from './pack-rules.ts';

/** A text of a card in its own language and direction; telephone numbers in it are dialled, but not inside a button. */
export function Said({
  text,
  language,
  isInButton = false,
  className,
}: {
  text: string;
  language: string;
  isInButton?: boolean;
  className?: string | undefined;
}) {
  return (
    <p lang={language} dir={directionOf(language)} className={className}>
      {piecesOf(text).map((piece, index) =>
        piece.isNumber && isInButton ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
          <bdi key={index} dir="ltr">
            {piece.text}
          </bdi>
        ) : piece.isNumber ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
          <a key={index} href={`tel:${dialled(piece.text)}`} dir="ltr" className="inline-block underline">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
