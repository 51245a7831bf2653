import type { NewPerson } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import type { z } from 'zod';
import { usualNameOrder } from '~/components/name-order.ts';
import { Button } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';

/** For invited people without a login: name, order of the name, password. */
export function NewLogin({
  email,
  givenName,
  familyName,
}: {
  email: string;
  givenName: string;
  familyName: string;
}) {
  const { t, language } = useTranslation('identity');
  const form = useTesseraForm<z.input<typeof NewPerson>>({
    id: 'new-login',
    labels: {
      givenName: t('fields.givenName'),
      familyName: t('fields.familyName'),
      nameOrder: t('fields.nameOrder'),
      password: t('fields.password'),
    },
    hints: { nameOrder: t('fields.nameOrderHint'), password: t('fields.newPasswordHint') },
    defaultValue: { givenName, familyName, nameOrder: usualNameOrder(language) },
  });
  return (
    <Section id="new-login-part" title={t('invitation.newTitle')} lead={t('invitation.newText')}>
      <TesseraForm state={form} reloadDocument>
        {/* Password managers look for the name that belongs to the password. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField {...form.field('givenName')} autoComplete="given-name" />
        <TextField {...form.field('familyName')} autoComplete="family-name" />
        <RadioField
          {...form.field('nameOrder')}
          options={[
            { value: 'given_first', label: t('fields.givenFirst') },
            { value: 'family_first', label: t('fields.familyFirst') },
          ]}
        />
        <TextField {...form.field('password')} type="password" autoComplete="new-password" />
        <Button look="primary">{t('invitation.newSubmit')}</Button>
      </TesseraForm>
    </Section>
  );
}
