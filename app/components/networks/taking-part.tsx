import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { useModule } from '~/components/shell/network.ts';
import { LinkButton } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';

/** How someone from outside finds in: whom to ask, where to sign in, what to subscribe to. */
export function TakingPart({
  code,
  partners,
  isSignedIn,
}: {
  code: string;
  partners: readonly { id: string; name: string; role: string }[];
  isSignedIn: boolean;
}) {
  const { t } = useTranslation(['networks', 'shell', 'joining']);
  const has = useModule();
  const link = 'link inline-flex min-h-11 items-center';
  const leads = partners.filter(({ role }) => role === 'lead');
  return (
    <Section id="join" title={t('overview.join.title')} isForScreen>
      <p className="max-w-[42rem]">{t('overview.join.text')}</p>
      <ul className="mt-3">
        {leads.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.institution(code, id)} className={link}>
              {t('overview.join.lead', { institution: name })}
            </Link>
          </li>
        ))}
        {has('joining') && (
          <li>
            <Link to={paths.joining(code)} className={link}>
              {t('joining:link')}
            </Link>
          </li>
        )}
        {has('directory') && (
          <li>
            <Link to={paths.institutions(code)} className={link}>
              {t('overview.join.directory')}
            </Link>
          </li>
        )}
        {has('trainings') && has('calendar_feed') && (
          <li className="flex flex-wrap gap-x-6">
            <a href={paths.calendarFeed(code)} className={link}>
              {t('overview.join.calendar')}
            </a>
            <a href={paths.feed(code)} className={link}>
              {t('overview.join.feed')}
            </a>
          </li>
        )}
      </ul>
      {!isSignedIn && (
        <div className="mt-4">
          <LinkButton to={paths.signIn({ next: paths.network(code) })} look="primary">
            {t('shell:signIn')}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
