import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import type {
  AdoptionOutcome,
  ResourceAudience,
  ResourceKind,
  ResourceTopic,
  ResourceVisibility,
  ShareRight,
} from '@tessera/core/library/rules.ts';
import { useTranslation } from '@tessera/i18n/react.tsx';
import { paths } from '@tessera/paths/paths.ts';
import { textOf } from '~/components/initiatives/text-of.ts';
import { FilePreview } from '~/components/library/file-preview.tsx';
import { ResourceBadge } from '~/components/library/resource-badge.tsx';
import { ResourceWays } from '~/components/library/resource-ways.tsx';
import { useItemLanguage, useLicenceName } from '~/components/library/words.ts';
import type { Handle } from '~/components/shell/handle.ts';
import { useNetwork } from '~/components/shell/network.ts';
import { TextNote } from '~/components/translations/text-note.tsx';
import { useFormats } from '~/components/use-formats.ts';
import { api } from '~/server/api.server.ts';
import { resourceParams } from '~/server/params.server.ts';
import { Badge } from '~/ui/badge.tsx';
import { Button, ButtonRow, LinkButton } from '~/ui/button.tsx';
import { DefinitionList } from '~/ui/lists.tsx';
import { Notice } from '~/ui/notice.tsx';
import { PageHeader, Section } from '~/ui/page.tsx';
import { Table } from '~/ui/table.tsx';
import { Written } from '~/ui/written.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const where = resourceParams(args);
  const asked = Number(new URL(args.request.url).searchParams.get('version'));
  const version = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : undefined;
  const resource = await api(args).library.one({ ...where, version });
  const { language } = args.context;
  return { ...where, resource, text: textOf(resource.texts, [language, resource.sourceLanguage]) };
}

export const handle: Handle<typeof loader> = { title: (_t, data) => data?.text?.title };

type Resource = ReturnType<typeof useLoaderData<typeof loader>>['resource'];

export default function ResourcePage() {
  const { network, owner, resourceId, resource, text } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const { kind, state, isOwn, moves, mayEdit, mayShare, lacking, shownVersion, version } = resource;
  return (
    <>
      <ResourceWays />
      <PageHeader
        eyebrow={t(`kinds.${kind as ResourceKind}`)}
        title={
          <span lang={text?.language} dir="auto" translate="no" className="wrap-anywhere">
            {text?.title}
          </span>
        }
        lead={
          text?.description && (
            <span lang={text.language} dir="auto" className="whitespace-pre-line wrap-anywhere">
              <Written text={text.description} />
            </span>
          )
        }
        actions={
          <>
            {mayEdit && <LinkButton to={paths.resourceEdit(network, resourceId)}>{t('edit')}</LinkButton>}
            {mayShare && (
              <LinkButton to={paths.resourceSharing(network, resourceId)}>{t('share.title')}</LinkButton>
            )}
          </>
        }
      >
        {text && <TextNote {...text} />}
        <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
          <ResourceBadge state={state} />
          {!isOwn && (
            <Badge shape="open">
              {t('sharedBy', { network: resource.creditedAs || resource.ownerName })}
            </Badge>
          )}
        </p>
        {moves.length > 0 && (
          <div className="mt-5">
            <ButtonRow>
              {moves.map((move) => (
                <LinkButton
                  key={move}
                  look={move === 'publish' || move === 'submit' ? 'primary' : undefined}
                  to={paths.resourceStep(network, resourceId, move)}
                >
                  {t(`moves.${move}`)}
                </LinkButton>
              ))}
            </ButtonRow>
          </div>
        )}
      </PageHeader>
      {state === 'draft' && mayEdit && lacking.length > 0 && (
        <Notice title={t('lacking.title')}>
          <ul className="list-disc ps-5">
            {lacking.map((part) => (
              <li key={part}>{t(`lacking.${part}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {state === 'draft' && resource.decisionComment && (
        <Notice title={t('returned')}>{resource.decisionComment}</Notice>
      )}
      {state === 'review_due' && (
        <Notice tone="warning" title={t('reviewDue')}>
          {t('reviewDueText')}
        </Notice>
      )}
      {shownVersion < version && (
        <Notice title={t('oldVersion', { number: shownVersion, current: version })}>
          <Link to={paths.resource(network, resourceId, { owner })} className="link">
            {t('toCurrent')}
          </Link>
        </Notice>
      )}
      <Files resource={resource} />
      <About resource={resource} />
      <Translations resource={resource} />
      <Versions resource={resource} />
      {resource.makings.length > 0 && <Makings resource={resource} />}
      {resource.mayReport && <Report resource={resource} />}
      {isOwn && (mayShare || resource.uses.length > 0) && <Uses resource={resource} />}
    </>
  );
}

function Files({ resource }: { resource: Resource }) {
  const { network, owner, resourceId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const languageOf = useItemLanguage();
  const format = useFormats();
  return (
    <Section
      id="files"
      title={t('files.title')}
      actions={
        resource.mayEdit && (
          <LinkButton to={paths.resourceFiles(network, resourceId)} size="small">
            {t(resource.publishedAt ? 'files.newVersion' : 'files.change')}
          </LinkButton>
        )
      }
    >
      {resource.items.length === 0 && <p className="text-muted">{t('files.none')}</p>}
      <ul>
        {resource.items.map((item) => (
          <li
            key={item.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-4 first:border-t first:border-t-ink"
          >
            {item.preview && item.mime && (
              <a
                href={paths.resourcePreview(network, resourceId, item.id, 'large', { owner })}
                aria-label={`${t('files.enlarge')}: ${item.label}`}
              >
                <FilePreview
                  src={paths.resourcePreview(network, resourceId, item.id, 'small', { owner })}
                  preview={item.preview}
                  label={item.label}
                  mime={item.mime}
                />
              </a>
            )}
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-semibold wrap-anywhere" dir="auto" translate="no">
                {item.label}
              </p>
              <p className="text-sm text-muted wrap-anywhere">
                {[
                  languageOf(item.language),
                  item.name === null ? new URL(item.url).hostname : endingOf(item.name),
                  ...(item.size === null ? [] : [sizeOf(item.size, format.number)]),
                ].join(' · ')}
              </p>
              {item.isBehind && (
                <Badge shape="attention" tone="warning">
                  {t('files.isBehind')}
                </Badge>
              )}
            </div>
            {item.isUnreadable && resource.mayEdit && (
              <p className="text-sm text-muted">{t('files.unreadable')}</p>
            )}
            {item.name === null ? (
              <LinkButton
                to={item.url}
                size="small"
                rel="noreferrer"
                aria-label={`${t('files.open')}: ${item.label}`}
              >
                {t('files.open')}
              </LinkButton>
            ) : (
              <LinkButton
                to={paths.resourceFile(network, resourceId, item.id, { owner })}
                size="small"
                reloadDocument
                aria-label={`${t('files.download')}: ${item.label}`}
              >
                {t('files.download')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function endingOf(name: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase();
}

function sizeOf(bytes: number, number: (value: number) => string): string {
  return bytes < 1_000_000
    ? `${number(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;
}

function About({ resource }: { resource: Resource }) {
  const { t } = useTranslation('library');
  const { network } = useLoaderData<typeof loader>();
  const licenceName = useLicenceName();
  const { originKind, originTitle: title, originCredit: credit, ownerName, ownerInstitution } = resource;
  const here = useNetwork();
  return (
    <Section id="about" title={t('one')}>
      <DefinitionList
        entries={[
          { term: t('owner'), value: ownerInstitution ?? ownerName },
          { term: t('network'), value: resource.isOwn ? (here?.name ?? network) : ownerName },
          {
            term: t('search.from'),
            value:
              originKind &&
              t(originKind === 'translation' ? 'fromTranslation' : 'fromAdaptation', { title, credit }),
          },
          {
            term: t('topics'),
            value: resource.topics.map((topic) => t(`topicNames.${topic as ResourceTopic}`)).join(' · '),
          },
          {
            term: t('audience'),
            value: resource.audiences.map((each) => t(`audiences.${each as ResourceAudience}`)).join(' · '),
          },
          {
            term: t('licence'),
            value: [resource.licence !== 'own' && licenceName(resource.licence), resource.licenceWords]
              .filter(Boolean)
              .join(' · '),
          },
          {
            term: t('visibility'),
            value: resource.isOwn && t(`visibilities.${resource.visibility as ResourceVisibility}`),
          },
          { term: t('checked'), value: resource.checkedOn && <Day day={resource.checkedOn} /> },
          { term: t('reviewBy'), value: resource.reviewBy && <Day day={resource.reviewBy} /> },
        ].map(({ term, value }) => ({ term, value: value || null }))}
      />
    </Section>
  );
}

function Translations({ resource }: { resource: Resource }) {
  const { t } = useTranslation('library');
  const format = useFormats();
  return (
    <Section id="languages" title={t('languages')}>
      <ul>
        {resource.texts.map(({ language, title, freshness }) => (
          <li key={language} className="border-b border-rule py-3">
            <p className="flex flex-wrap gap-x-4 text-sm">
              <span className="font-semibold">{format.language(language)}</span>
              <span className={freshness === 'outdated' ? 'text-warning' : 'text-muted'}>
                {t(`freshness.${freshness}`)}
              </span>
            </p>
            <p lang={language} dir="auto" className="wrap-anywhere" translate="no">
              {title}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Versions({ resource }: { resource: Resource }) {
  const { network, owner, resourceId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const { shownVersion, versions } = resource;
  return (
    <Section id="versions" title={t('versions.title')}>
      <ol>
        {versions.map(({ number, note, isMinor, createdAt }) => (
          <li key={number} className="border-b border-rule py-3">
            <p className="flex flex-wrap gap-x-4">
              <Link
                to={paths.resource(network, resourceId, { owner, version: number })}
                className="link"
                aria-current={number === shownVersion ? 'true' : undefined}
              >
                {t('versions.one', { number })}
              </Link>
              <span className="text-sm text-muted">
                <Day day={createdAt.slice(0, 10)} />
                {isMinor && ` · ${t('versions.minor')}`}
              </span>
            </p>
            <p className="wrap-anywhere" dir="auto">
              {note || (number === 1 && t('versions.first'))}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Makings({ resource }: { resource: Resource }) {
  const { network, resourceId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  return (
    <Section id="own" title={t('make.title')} lead={t('make.lead')} isForScreen>
      <Form method="post" action={paths.resourceMaking(network, resourceId)}>
        <input type="hidden" name="owner" value={resource.ownerCode} />
        <ButtonRow>
          {resource.makings.map((as) => (
            <Button key={as} name="as" value={as}>
              {t(`make.${as}`)}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Section>
  );
}

function Report({ resource }: { resource: Resource }) {
  const { network, resourceId } = useLoaderData<typeof loader>();
  const { t } = useTranslation('library');
  const { adoption, ownerCode } = resource;
  return (
    <Section id="report" title={t('report.title')}>
      {adoption && (
        <p className="mb-4">
          <span className="font-semibold">{t(`outcomes.${adoption.outcome as AdoptionOutcome}`)}</span>
          <span className="block wrap-anywhere" dir="auto">
            {adoption.word}
          </span>
        </p>
      )}
      <LinkButton to={paths.resourceReport(network, resourceId, { owner: ownerCode })}>
        {t('report.submit')}
      </LinkButton>
    </Section>
  );
}

function Uses({ resource }: { resource: Resource }) {
  const { t } = useTranslation('library');
  const { uses } = resource;
  return (
    <Section id="uses" title={t('uses.title')}>
      {uses.length === 0 ? (
        <p className="text-muted">{t('uses.none')}</p>
      ) : (
        <Table
          caption={t('uses.title')}
          isCaptionHidden
          rows={uses}
          rowKey={({ code }) => code}
          columns={[
            { key: 'network', header: t('network'), isName: true, cell: ({ name }) => name },
            {
              key: 'state',
              header: t('state'),
              cell: ({ isShared, rights }) =>
                isShared
                  ? `${t('uses.shared')}: ${t(`share.rightsOf.${rights as ShareRight}`)}`
                  : t('uses.ended'),
            },
            {
              key: 'outcome',
              header: t('report.outcome'),
              cell: ({ outcome, word }) =>
                outcome ? (
                  <>
                    <span className="font-semibold">{t(`outcomes.${outcome as AdoptionOutcome}`)}</span>
                    {word && (
                      <span className="block wrap-anywhere" dir="auto">
                        {word}
                      </span>
                    )}
                  </>
                ) : (
                  <span className="text-muted">{t('uses.noWord')}</span>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Day({ day }: { day: string }) {
  const format = useFormats();
  return <time dateTime={day}>{format.date(new Date(`${day}T00:00:00Z`), 'UTC')}</time>;
}
