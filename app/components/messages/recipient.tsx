import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { PersonName } from '~/components/person-name.tsx';

type Message = Awaited<ReturnType<Caller['messages']['list']>>['messages'][number];
type Props = Pick<Message, 'email' | 'personId' | 'givenName' | 'familyName' | 'nameOrder'>;

/** Whom a message went to, by name and address. */
export function Recipient({ email, personId, ...name }: Props) {
  const { t } = useTranslation('messages');
  return (
    <>
      {personId && (
        <span className="block">
          <PersonName {...name} />
        </span>
      )}
      <span className={personId ? 'block text-muted wrap-anywhere' : 'wrap-anywhere'}>
        {email ?? t('log.purged')}
      </span>
    </>
  );
}
