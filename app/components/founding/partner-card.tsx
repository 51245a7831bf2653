import { Form, Link } from '@remix-run/react';
import type { Caller } from '@tessera/core/api.server.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { tileStyle } from '~/components/network-tree.tsx';
import { useNetwork } from '~/components/shell/network.ts';
import { useFormats } from '~/components/use-formats.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { ModulesToShare } from './modules-to-share.tsx';

type Partner = Awaited<ReturnType<Caller['partners']['list']>>['partners'][number];

/** One partnership: how it stands, what each side shares, and what can be done about it. */
export function PartnerCard({ network, partner }: { network: string; partner: Partner }) {
  const { t } = useTranslation('founding');
  const format = useFormats();
  const timeZone = useNetwork()?.timeZone ?? 'UTC';
  const { code, name, accent, stage, ownModules, theirModules, validUntil, isRunOut, shares } = partner;
  const words = (modules: readonly string[]) =>
    modules.length > 0
      ? format.list(modules.map((module) => t(`partners.modules.${module as 'trainings'}`)))
      : t('partners.nothing');
  const isOver = stage === 'over';
  return (
    <li className="border-t border-rule py-6">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="flex items-baseline gap-3">
          <span aria-hidden style={tileStyle(accent)} className="tile mosaic-tile size-[11px] shrink-0" />
          <Link to={paths.network(code)} className="font-semibold underline-offset-4 hover:underline">
            {name}
          </Link>
        </span>
        <StageBadge stage={stage} isRunOut={isRunOut} />
      </h3>
      {!isOver && (
        <DefinitionList
          entries={[
            { term: t('partners.weShare'), value: stage === 'proposed_by_us' && words(ownModules) },
            { term: t('partners.theyShare'), value: stage !== 'proposed_by_us' && words(theirModules) },
            { term: t('partners.sharesNow'), value: stage === 'accepted' && shares },
            {
              term: t('partners.validUntil'),
              value: validUntil && format.date(new Date(validUntil.getTime() - 60_000), timeZone),
            },
          ].filter(({ value }) => value !== false)}
        />
      )}
      {!isOver && (
        <Form method="post" className="mt-3 space-y-4">
          <input type="hidden" name="partner" value={code} />
          {stage !== 'proposed_by_us' && (
            <ModulesToShare
              id={`modules-${code}`}
              chosen={stage === 'accepted' ? ownModules : ['trainings']}
            />
          )}
          <Buttons network={network} partner={partner} />
        </Form>
      )}
    </li>
  );
}

function Buttons({ network, partner: { code, name, stage } }: { network: string; partner: Partner }) {
  const { t } = useTranslation('founding');
  const named = (label: string) => ({ 'aria-label': `${label}: ${name}`, children: label });
  switch (stage) {
    case 'proposed_to_us':
      return (
        <ButtonRow>
          <Button size="small" look="primary" name="step" value="accept" {...named(t('partners.accept'))} />
          <Button size="small" name="step" value="decline" {...named(t('tree.decline'))} />
        </ButtonRow>
      );
    case 'proposed_by_us':
      return <Button size="small" name="step" value="withdraw" {...named(t('tree.withdraw'))} />;
    case 'accepted':
      return (
        <ButtonRow>
          <Button size="small" name="step" value="change" {...named(t('partners.save'))} />
          <LinkButton
            size="small"
            look="danger"
            to={paths.partnerRevocation(network, code)}
            {...named(t('partners.revoke'))}
          />
        </ButtonRow>
      );
    case 'over':
      return null;
    default:
      return stage satisfies never;
  }
}

function StageBadge({ stage, isRunOut }: Pick<Partner, 'stage' | 'isRunOut'>) {
  const { t } = useTranslation('founding');
  if (stage === 'accepted' && isRunOut)
    return (
      <Badge tone="warning" shape="stopped">
        {t('partners.runOut')}
      </Badge>
    );
  const looks = {
    accepted: { tone: 'success', shape: 'done' },
    proposed_by_us: { tone: 'neutral', shape: 'waiting' },
    proposed_to_us: { tone: 'warning', shape: 'attention' },
    over: { tone: 'neutral', shape: 'stopped' },
  } as const;
  return <Badge {...looks[stage]}>{t(`partners.stages.${stage}`)}</Badge>;
}
