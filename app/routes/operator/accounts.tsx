import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Email } from '@tessera/core/identity/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { z } from 'zod';
import { OperatorTabs } from '~/components/founding/operator-tabs.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { TextField } from '~/ui/text-field.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const Account = z.object({ email: Email, step: z.enum(['lock', 'unlock']) });

export async function loader(args: LoaderFunctionArgs) {
  // The page of operators is theirs alone, its form too.
  await api(args).operator.failedJobs();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, Account, async ({ email, step }) => {
    const { lockAccount, unlockAccount } = api(args).operator;
    await (step === 'lock' ? lockAccount({ email }) : unlockAccount({ email }));
    return redirectWithFlash(
      paths.operatorAccounts(),
      step === 'lock' ? 'people:operator.locked' : 'people:operator.unlocked',
    );
  });
}

export const handle: Handle = { title: (t) => t('people:operator.title') };

export default function Accounts() {
  const { t } = useTranslation(['people', 'identity', 'operator', 'secondStep']);
  const state = useTesseraForm<{ email: string }>({
    id: 'account',
    labels: { email: t('identity:fields.email') },
    hints: { email: t('identity:fields.emailHint') },
  });
  return (
    <>
      <Breadcrumbs
        label={t('operator:title')}
        ways={[{ to: paths.operator(), label: t('operator:title') }]}
      />
      <PageHeader title={t('operator.title')} lead={t('operator.lead')} />
      <OperatorTabs />
      <TesseraForm state={state}>
        <TextField {...state.field('email')} type="email" autoComplete="off" />
        <ButtonRow>
          <Button look="danger" name="step" value="lock">
            {t('operator.lock')}
          </Button>
          <Button name="step" value="unlock">
            {t('operator.unlock')}
          </Button>
        </ButtonRow>
      </TesseraForm>
      <Section id="second-step" title={t('secondStep:operator.title')} lead={t('secondStep:operator.lead')}>
        <LinkButton to={paths.operatorSecondStep()}>{t('secondStep:operator.open')}</LinkButton>
      </Section>
    </>
  );
}
