import { absolute, paths } from '@tessera/paths/paths.ts';
import { Link, Text } from 'react-email';
import { Action } from './parts.tsx';
import type { MailContent, TemplateInput } from './template.ts';
import { day } from './theme.ts';

/** What happened, each with the page that it leads to (a path of our own) and its moment in words. */
export type DigestProps = { items: readonly { id: string; sentence: string; path: string; at: string }[] };

/** Tells once a day what is new for the reader in one network. */
export function digest({ props, t, context }: TemplateInput<DigestProps>): MailContent {
  const { items } = props;
  const count = items.length;
  const network = context.network?.name ?? 'Tessera';
  const choices = absolute(context.origin, paths.accountNotices());
  return {
    subject: t('digest.subject', { count, network }),
    preheader: items.map(({ sentence }) => sentence).join(' · '),
    title: t('digest.title', { count }),
    why: t('digest.why'),
    body: (
      <>
        <div className="line" style={styles.list}>
          {items.map(({ id, sentence, path, at }) => (
            <p key={id} className="fact line" style={styles.item}>
              <Link href={absolute(context.origin, path)} className="ink" style={styles.link}>
                <span dir="auto">{sentence}</span>
              </Link>
              <br />
              <span className="soft" style={styles.at}>
                {at}
              </span>
            </p>
          ))}
        </div>
        <Action href={absolute(context.origin, paths.notices())} label={t('digest.button')} />
        <Text className="soft" style={styles.change}>
          <Link href={choices} className="soft" style={styles.changeLink}>
            {t('digest.change')}
          </Link>
        </Text>
      </>
    ),
  };
}

const styles = {
  list: { margin: '24px 0 26px', borderTop: `1px solid ${day.line}` },
  item: {
    margin: 0,
    padding: '12px 0',
    borderBottom: `1px solid ${day.line}`,
    fontSize: '17px',
    lineHeight: '26px',
  },
  link: { fontWeight: 600, color: day.ink, textDecoration: 'underline' },
  at: { fontSize: '15px', lineHeight: '22px', color: day.soft },
  change: { margin: '0 0 16px', fontSize: '15px', lineHeight: '22px', color: day.soft },
  changeLink: { color: day.soft, textDecoration: 'underline' },
} as const;
