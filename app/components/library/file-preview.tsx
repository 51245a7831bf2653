import { useTranslation } from '@tessera/i18n/react.tsx';

/** The longer side on the page; the picture has twice as many pixels and more. */
const longerSide = 112;

/** What a file looks like: its first page, or the picture. */
export function FilePreview({
  src,
  preview: { width, height },
  label,
  mime,
}: {
  src: string;
  preview: { width: number; height: number };
  label: string;
  mime: string;
}) {
  const { t } = useTranslation('library');
  const scale = longerSide / Math.max(width, height);
  return (
    <img
      src={src}
      width={Math.round(width * scale)}
      height={Math.round(height * scale)}
      alt={t(mime === 'application/pdf' ? 'files.firstPage' : 'files.picture', { label })}
      loading="lazy"
      decoding="async"
      className="h-auto shrink-0 self-start border border-rule max-sm:w-16"
    />
  );
}
