import { useTranslation } from '@tessera/i18n/react.tsx';
import Phone from 'lucide-react/icons/phone';
import { cx } from '~/ui/class-names.ts';

export type EmergencyNumber = { number: string; label: string };

/** The emergency numbers, at the top and in sight wherever the page is scrolled to. */
export function EmergencyNumbers({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const { t } = useTranslation('spot');
  return (
    <nav
      aria-label={t('numbers')}
      className="sticky top-0 z-20 -mx-4 mb-8 border-b border-rule bg-paper px-4 py-2 sm:-mx-8 sm:px-8"
    >
      <ul className="flex flex-wrap gap-2">
        {numbers.map(({ number, label }) => (
          <li key={number}>
            <CallLink number={number} label={label} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Dials a number; its figures stay as they are in every script. */
export function CallLink({ number, label = '' }: { number: string; label?: string }) {
  const { t } = useTranslation('spot');
  return (
    <a
      href={`tel:${dialled(number)}`}
      className={cx(
        'inline-flex min-h-14 items-center gap-2.5 rounded-tile border-2 border-danger bg-danger px-4 font-bold',
        'text-on-danger no-underline hover:border-ink focus-visible:outline-offset-2',
      )}
    >
      <Phone aria-hidden className="size-5 shrink-0" />
      <span className="sr-only">{t('call', { number: '' })}</span>
      <bdi dir="ltr" className="text-lg tabular-nums">
        {number}
      </bdi>
      {label && <span className="max-w-[12rem] text-sm leading-tight font-normal">{label}</span>}
    </a>
  );
}

/** As a telephone takes it: figures, and the sign before a country. */
export function dialled(number: string): string {
  return number.replace(/[^\d+]/g, '');
}
