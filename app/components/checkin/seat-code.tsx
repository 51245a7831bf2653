import { useTranslation } from '@tessera/i18n/react.tsx';

/** The code of a seat, for a camera and for the eye. */
export function SeatCode({ svg, code }: { svg: string; code: string }) {
  const { t } = useTranslation('checkin');
  return (
    <figure className="max-w-56">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={t('codes.picture')}
        width={224}
        height={224}
        className="w-full"
      />
      <figcaption className="notranslate mt-2 font-mono text-lg tracking-wide" translate="no">
        {code}
      </figcaption>
    </figure>
  );
}
