import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { channels, freeTopics } from '@tessera/core/messages/kinds.ts';
import { NoticeChoices } from '@tessera/core/messages/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { AccountWays } from '~/components/account-ways.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow } from '~/ui/button.tsx';
import { RadioField } from '~/ui/choice-field.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { PageHeader } from '~/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  return api(args).messages.choices();
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, NoticeChoices, async (chosen) => {
    await api(args).messages.choose(chosen);
    return redirectWithFlash(paths.accountNotices(), 'messages:choices.saved');
  });
}

export const handle: Handle = { title: (t) => t('messages:choices.title') };

export default function Choices() {
  const chosen = useLoaderData<typeof loader>();
  const { t } = useTranslation(['messages', 'identity', 'common']);
  const state = useTesseraForm<typeof chosen>({
    id: 'choices',
    labels: {
      own: t('choices.own'),
      institution: t('choices.institution'),
      organised: t('choices.organised'),
      mentoring: t('choices.mentoring'),
    },
    hints: {
      own: t('choices.ownHint'),
      institution: t('choices.institutionHint'),
      organised: t('choices.organisedHint'),
      mentoring: t('choices.mentoringHint'),
    },
    defaultValue: chosen,
  });
  const options = channels.map((value) => ({ value, label: t(`choices.channels.${value}`) }));
  return (
    <>
      <AccountWays />
      <PageHeader title={t('choices.title')} lead={t('choices.lead')} />
      <TesseraForm state={state}>
        {freeTopics.map((topic) => (
          <RadioField key={topic} {...state.field(topic)} options={options} />
        ))}
        <p className="max-w-[42rem] text-muted">{t('choices.always')}</p>
        <ButtonRow>
          <Button look="primary" isPending={state.isPending}>
            {t('common:save')}
          </Button>
        </ButtonRow>
      </TesseraForm>
    </>
  );
}
