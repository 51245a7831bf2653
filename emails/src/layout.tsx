import { directionOf } from '@tessera/i18n/spoken.ts';
import { absolute, paths } from '@tessera/paths/paths.ts';
import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from 'react-email';
import type { MailContent, MailContext, MailT } from './template.ts';
import { day, fontFamily, safeAccent, styleSheet } from './theme.ts';

type LayoutProps = { content: MailContent; context: MailContext; t: MailT };

/** The one sheet that every mail is written on: accent rule, network, title, content, and why it came. */
export function Layout({ content, context, t }: LayoutProps) {
  const { language, network, recipientName } = context;
  const dir = directionOf(language);
  return (
    <Html lang={language} dir={dir}>
      <Head>
        <title>{content.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <style>{styleSheet}</style>
      </Head>
      <Body lang={language} dir={dir} className="paper" style={styles.body}>
        <Preview useTitleTag={false}>{content.preheader}</Preview>
        <Container className="paper" tdClassName="column" style={styles.column}>
          <Section>
            <div
              style={{ width: '56px', borderTop: `4px solid ${safeAccent(network?.accent)}` }}
              aria-hidden="true"
            />
            <Text className="soft" style={styles.network}>
              {network?.name ?? 'Tessera'}
            </Text>
          </Section>
          <Section>
            <Heading as="h1" className="ink" style={styles.title}>
              {content.title}
            </Heading>
            <Text className="ink" style={styles.text}>
              {recipientName ? t('greeting', { name: recipientName }) : t('greetingPlain')}
            </Text>
            {content.body}
          </Section>
          <Footer content={content} context={context} t={t} />
        </Container>
      </Body>
    </Html>
  );
}

function Footer({ content, context, t }: LayoutProps) {
  const { origin, network } = context;
  const home = absolute(origin, paths.home());
  return (
    <Section className="line" style={styles.footer}>
      <Text className="soft" style={styles.small}>
        {content.why}
      </Text>
      {content.isPersonalLink ? (
        <Text className="soft" style={styles.small}>
          {t('doNotForward')}
        </Text>
      ) : null}
      <Text className="soft" style={styles.small}>
        {network ? t('sentFor', { network: network.name }) : t('sentBy')}
        <br />
        <Link href={home} className="soft" style={styles.homeLink}>
          {new URL(home).host}
        </Link>
      </Text>
    </Section>
  );
}

const styles = {
  body: { backgroundColor: day.paper, fontFamily, margin: 0, padding: 0 },
  column: { backgroundColor: day.paper, maxWidth: '600px', padding: '40px 40px 48px' },
  network: { margin: '14px 0 0', fontSize: '15px', lineHeight: '22px', fontWeight: 600, color: day.soft },
  title: {
    margin: '28px 0 20px',
    fontSize: '27px',
    lineHeight: '35px',
    fontWeight: 700,
    letterSpacing: '-0.01em',
    color: day.ink,
  },
  text: { margin: '0 0 16px', fontSize: '17px', lineHeight: '27px', color: day.ink },
  footer: { marginTop: '40px', paddingTop: '20px', borderTop: `1px solid ${day.line}` },
  small: { margin: '0 0 10px', fontSize: '14px', lineHeight: '21px', color: day.soft },
  homeLink: { color: day.soft, textDecoration: 'underline' },
} as const;
