import { Link } from '@remix-run/react';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { Button } from '~/ui/button.tsx';
import { TesseraForm, useTesseraForm } from '~/ui/form.tsx';
import { Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Written } from '~/ui/written.tsx';
import { type PatternItem, pathOfItem, useItemTitle } from './item-words.ts';

/** `isOver`: while the copy is being made nobody can say yes to a wording. */
type Props = { network: string; runId: string; items: PatternItem[]; isOver: boolean };

/** What was copied, what waits for a yes, and what was not copied and why. */
export function CopyReport({ network, runId, items, isOver }: Props) {
  const { t } = useTranslation('patterns');
  const of = (...outcomes: PatternItem['outcome'][]) =>
    items.filter(({ outcome }) => outcomes.includes(outcome));
  const [waiting, copied, left] = [of('waiting'), of('copied', 'taken'), of('skipped', 'left_out')];
  return (
    <>
      {waiting.length > 0 && (
        <Section id="waiting" title={t('report.waiting')} lead={t('report.waitingLead')}>
          <Waiting network={network} runId={runId} items={waiting} isOver={isOver} />
        </Section>
      )}
      <Section id="copied" title={t('report.copied')} layout="full">
        <Items network={network} caption={t('report.copied')} items={copied} />
      </Section>
      {left.length > 0 && (
        <Section id="left" title={t('report.left')} layout="full">
          <Items network={network} caption={t('report.left')} items={left} hasReasons />
        </Section>
      )}
    </>
  );
}

function Items({
  network,
  caption,
  items,
  hasReasons = false,
}: {
  network: string;
  caption: string;
  items: PatternItem[];
  hasReasons?: boolean;
}) {
  const { t } = useTranslation('patterns');
  const titleOf = useItemTitle();
  if (items.length === 0) return <p className="text-muted">{t('report.none')}</p>;
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={items}
      rowKey={({ kind, sourceKey }) => `${kind} ${sourceKey}`}
      columns={[
        {
          key: 'title',
          header: t('report.thing'),
          isName: true,
          cell: (item) => {
            const title = <Written text={titleOf(item)} />;
            const leads = !hasReasons || item.objectId || item.sourceKey === '*';
            return (
              <span dir="auto" className="wrap-anywhere">
                {leads ? (
                  <Link to={pathOfItem(network, item)} className="link">
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </span>
            );
          },
        },
        { key: 'kind', header: t('report.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
        ...(hasReasons
          ? [
              {
                key: 'reason',
                header: t('report.reason'),
                cell: ({ reason }: PatternItem) => reason && t(`reasons.${reason}`),
              },
            ]
          : []),
      ]}
    />
  );
}

type WaitingProps = { network: string; runId: string; items: PatternItem[]; isOver: boolean };

/** One form for all of them, so that a refusal is told once. */
function Waiting({ network, runId, items, isOver }: WaitingProps) {
  const { t } = useTranslation('patterns');
  const form = useTesseraForm({ id: 'wording', labels: {} });
  return (
    <TesseraForm state={form} action={paths.pattern(network, runId, { step: 'wording' })}>
      <ul>
        {items.map(({ sourceKey, title, texts }) => (
          <li key={sourceKey} className="border-b border-rule py-4 first:border-t">
            {texts.map((each) => (
              <div key={each.language} lang={each.language} className="mb-3">
                <p className="font-semibold">{each.title}</p>
                <p className="whitespace-pre-line">{each.text}</p>
              </div>
            ))}
            {isOver && (
              <Button
                size="small"
                look="primary"
                name="purpose"
                value={sourceKey}
                isPending={form.isPending}
                aria-label={t('report.takeOf', { wording: title })}
              >
                {t('report.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </TesseraForm>
  );
}
