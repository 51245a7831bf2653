import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { kindsUnder, type NetworkKind } from '@tessera/core/networks/kinds.ts';
import { NetworkSwitch } from '@tessera/core/operator/schema.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { PeopleFigure } from '~/components/founding/child-figures.tsx';
import { StateWord } from '~/components/founding/state-word.tsx';
import type { Handle } from '~/components/shell/handle.ts';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { redirectWithFlash } from '~/server/flash.server.ts';
import { refuse } from '~/server/refusal.server.ts';
import { submit } from '~/server/submit.server.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Breadcrumbs } from '~/ui/ways.tsx';

const Switch = NetworkSwitch.pick({ move: true });

export async function loader(args: LoaderFunctionArgs) {
  const { networks } = await api(args).operator.networks();
  const network = networks.find(({ code }) => code === args.params.network);
  if (!network) throw refuse('not_found');
  const { closings } = await api(args).closing.operatorList();
  return { network, closing: closings.find(({ code }) => code === network.code)?.state ?? null };
}

export async function action(args: ActionFunctionArgs) {
  await api(args).operator.networks();
  const address = args.params.network ?? '';
  return submit(args, Switch, async ({ move }) => {
    await api(args).operator.switch({ address, move });
    return redirectWithFlash(
      paths.operatorNetwork(address),
      move === 'suspend' ? 'founding:operator.suspended' : 'founding:operator.reactivated',
    );
  });
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.network.name };

export default function OperatorNetwork() {
  const { network, closing } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['founding', 'networks', 'operator', 'closing']);
  const format = useFormats();
  const { code, name, kind, state, institutions, members, trainings, failedJobs, lastActivity } = network;
  return (
    <>
      <Breadcrumbs label={t('operator.tabs')} ways={[{ to: paths.operator(), label: t('operator:title') }]} />
      <PageHeader
        eyebrow={t(`networks:kinds.${kind as NetworkKind}`)}
        title={name}
        actions={
          kindsUnder(kind).length > 0 && (
            <LinkButton to={paths.newNetwork({ parent: code })}>{t('operator.newChild')}</LinkButton>
          )
        }
      />
      <Section id="figures" title={t('tree.figures')}>
        <DefinitionList
          entries={[
            { term: t('operator.address'), value: code },
            { term: t('tree.state'), value: <StateWord state={state} /> },
            { term: t('tree.institutions'), value: institutions },
            { term: t('operator.members'), value: <PeopleFigure value={members} /> },
            { term: t('operator.trainings'), value: trainings },
            { term: t('operator.failedJobs'), value: failedJobs },
            {
              term: t('operator.lastActivity'),
              value: lastActivity ? `${format.dateTime(lastActivity, 'UTC')} UTC` : t('operator.never'),
            },
          ]}
        />
      </Section>
      <Section id="closing" title={t('closing:operator.section')}>
        {closing && closing !== 'withdrawn' ? (
          <>
            <p className="mb-4">{t(`closing:now.${closing}`)}</p>
            <LinkButton to={paths.operatorClosing(code)}>{t('closing:operator.way')}</LinkButton>
          </>
        ) : (
          <p>{t('closing:operator.none')}</p>
        )}
      </Section>
      <Section id="state" title={t('tree.state')}>
        {state === 'active' || state === 'suspended' ? (
          <SwitchForm isActive={state === 'active'} />
        ) : (
          <p>{state === 'draft' ? t('operator.draftText') : <StateWord state={state} />}</p>
        )}
        <p className="mt-4">
          <Link to={paths.operator()} className="link inline-flex min-h-11 items-center">
            {t('operator.networks')}
          </Link>
        </p>
      </Section>
    </>
  );
}

function SwitchForm({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('founding');
  const state = useTesseraForm({ id: 'switch', labels: {} });
  return (
    <TesseraForm state={state}>
      <p>{t(isActive ? 'operator.suspendText' : 'operator.reactivateText')}</p>
      <ButtonRow>
        <Button
          look={isActive ? 'danger' : 'primary'}
          name="move"
          value={isActive ? 'suspend' : 'reactivate'}
          isPending={state.isPending}
        >
          {t(isActive ? 'operator.suspend' : 'operator.reactivate')}
        </Button>
      </ButtonRow>
    </TesseraForm>
  );
}
