import { Form, Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PersonName } from '~/components/person-name.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { Button } from '~/ui/button.tsx';
import { Section } from '~/ui/page.tsx';

type Evidence = Awaited<ReturnType<Caller['attendance']['evidence']>>;

/** What those who take part online say themselves, and the question to them. Nothing where nobody does. */
export function PresenceSection({
  network,
  evidence: { training, session, presence, isOpen },
}: {
  network: string;
  evidence: Pick<Evidence, 'training' | 'session' | 'presence' | 'isOpen'>;
}) {
  const { t } = useTranslation('attendance');
  const format = useFormats();
  const { people, askedAt, until, canAsk, given } = presence;
  if (people === 0 && given.length === 0) return null;
  return (
    <Section id="presence" title={t('presence.title')} lead={t('presence.about', { count: people })}>
      {canAsk && (
        <Form method="post" action={paths.askPresence(network, training.id, session.id)}>
          <Button look="primary">{t('presence.ask')}</Button>
        </Form>
      )}
      {!canAsk && !askedAt && <p className="text-muted">{t('presence.later')}</p>}
      {askedAt && until && (
        <p className="mb-4">
          {t('presence.asked', {
            moment: format.dateTime(askedAt, training.timeZone),
            until: format.dateTime(until, training.timeZone),
            number: given.length,
          })}
        </p>
      )}
      <ul>
        {given.map(({ id, keptAt, sha256, givenName, familyName, nameOrder }) => {
          const name = {
            givenName: givenName ?? '',
            familyName: familyName ?? '',
            nameOrder: nameOrder ?? 'given_first',
          };
          return (
            <li key={id} className="border-b border-rule py-4 first:border-t first:border-ink">
              <p className="font-semibold">
                <PersonName {...name} />
              </p>
              <p className="text-sm text-muted">
                {t('presence.given', { moment: format.dateTime(keptAt, training.timeZone) })}
              </p>
              <p className="font-mono text-sm break-all" translate="no">
                {sha256}
              </p>
              {isOpen && (
                <Link
                  to={paths.evidenceWithdrawal(network, training.id, session.id, id)}
                  className="link inline-flex min-h-11 items-center"
                  aria-label={`${t('evidence.withdraw')}: ${format.personName(name)}`}
                >
                  {t('evidence.withdraw')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
