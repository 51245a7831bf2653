import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { LinkButton } from '~/ui/button.tsx';

type Ways = { network: string; providers: readonly { id: string; name: string }[]; next: string };

/** The ways to sign in with the account of one's institution, above the password. */
export function OwnWays({ network, providers, next }: Ways) {
  const { t } = useTranslation('accounts');
  if (providers.length === 0) return null;
  return (
    <section aria-labelledby="own-accounts" className="mb-10 max-w-[36rem] border-b border-rule pb-8">
      <h2 id="own-accounts" className="mb-3 font-bold">
        {t('wayTitle')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {providers.map(({ id, name }) => (
          <LinkButton key={id} look="primary" reloadDocument to={paths.ownAccountWay(network, id, { next })}>
            {t('way', { name })}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}
