import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import Phone from 'lucide-react/icons/phone';
import { useNetwork } from '~/components/shell/network.ts';
import { LinkButton } from '~/ui/button.tsx';

type Numbers = { common: string; local: { label: string; number: string }[]; mayEdit: boolean };

/** Whom to call when somebody is in danger now: links that a telephone dials, before anything that is to be written. */
export function EmergencyNumbers({ numbers }: { numbers: Numbers }) {
  const { t } = useTranslation('care');
  const network = useNetwork()?.code ?? '';
  const all = [{ label: t('emergency.common'), number: numbers.common }, ...numbers.local];
  return (
    <section
      aria-labelledby="emergency"
      className="mb-10 max-w-[46rem] border-s-4 border-danger bg-raised py-5 ps-4 pe-5"
    >
      <h2 id="emergency" className="text-xl font-bold">
        {t('emergency.title')}
      </h2>
      <p className="mt-1">{t('emergency.text')}</p>
      <ul className="mt-4 grid gap-3 sm:grid-cols-2">
        {all.map(({ label, number }) => (
          <li key={`${number} ${label}`}>
            <a
              href={`tel:${number.replace(/[^+\d]/g, '')}`}
              className="flex min-h-14 items-center gap-3 border border-danger px-4 py-2 text-danger no-underline hover:bg-danger hover:text-on-danger"
            >
              <Phone aria-hidden className="size-6 shrink-0" />
              <span className="min-w-0">
                <span className="block text-lg font-bold tabular-nums">
                  {t('emergency.call', { number })}
                </span>
                <span className="block text-sm wrap-anywhere">{label}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {numbers.mayEdit && (
        <p className="mt-4">
          <LinkButton to={paths.emergencyNumbers(network)} size="small">
            {t('emergency.edit')}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
