import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Section } from '~/ui/page.tsx';

type Funder = { name: string; url: string; disclaimer: string; logoId: string | null };

/** A slot for each funder, in the order in which they want to stand, and below what they want to be said. */
export function Funders({ code, funders }: { code: string; funders: readonly Funder[] }) {
  const { t } = useTranslation('networks');
  const named = funders
    .filter(({ name }, index) => funders.findIndex((each) => each.name === name) === index)
    .map((funder) => ({
      ...funder,
      logoId: funders.findLast(({ name, logoId }) => name === funder.name && logoId)?.logoId ?? null,
    }));
  const disclaimers = [...new Set(named.map(({ disclaimer }) => disclaimer).filter(Boolean))];
  if (named.length === 0) return null;
  return (
    <Section id="funders" title={t('overview.funding')} lead={t('overview.fundingLead')}>
      <ul translate="no" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {named.map(({ name, url, logoId }) => (
          <li
            key={name}
            className="flex min-h-24 items-center gap-4 border border-rule bg-paper px-5 py-4 font-semibold"
          >
            {logoId === null && <span aria-hidden className="tile size-3.5 shrink-0 border border-edge" />}
            <span className="min-w-0">
              {url ? (
                <a href={url} rel="noopener" className="link inline-block py-1 break-words">
                  {logoId ? <Logo code={code} logoId={logoId} name={name} /> : name}
                </a>
              ) : logoId ? (
                <Logo code={code} logoId={logoId} name={name} />
              ) : (
                name
              )}
            </span>
          </li>
        ))}
      </ul>
      {disclaimers.map((disclaimer) => (
        <p key={disclaimer} translate="no" className="mt-4 max-w-[44rem] text-sm text-muted">
          {disclaimer}
        </p>
      ))}
    </Section>
  );
}

/** The logo of a funder on the white that logos are drawn for. Its name is what is read instead. */
export function Logo({ code, logoId, name }: { code: string; logoId: string; name: string }) {
  return (
    <img
      src={paths.logo(code, logoId)}
      alt={name}
      className="inline-block max-h-20 max-w-full rounded-tile bg-[#fff] object-contain p-2"
    />
  );
}
