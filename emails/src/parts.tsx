import type { ReactNode } from 'react';
import { Button, Img, Link, Text } from 'react-email';
import type { MailT } from './template.ts';
import { day } from './theme.ts';

/** One sentence or two. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={styles.paragraph}>
      {children}
    </Text>
  );
}

/**
 * `link` is for addresses that we built ourselves and for that of an online room, which was checked; nothing else that
 * people typed is made a link.
 */
export type Fact = readonly [label: string, value: string | null, kind?: 'link'];

/** The lines "Label: value" of a mail; lines without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <div className="line" style={styles.facts}>
      {facts.map(([label, value, kind]) =>
        value?.trim() ? (
          <p key={label} className="fact line" style={styles.fact}>
            <span className="label soft" style={styles.label}>
              {label}:
            </span>{' '}
            <span className="value ink" dir="auto" style={styles.value}>
              {kind === 'link' ? <WebAddress href={value} /> : value}
            </span>
          </p>
        ) : null,
      )}
    </div>
  );
}

/** A short list under its own small heading. */
export function NamedList({ heading, items }: { heading: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="ink" style={styles.heading}>
        {heading}
      </h2>
      <ul className="ink" style={styles.list}>
        {items.map((item, index) => (
          // Two people can have the same name, so the place in the list is the key.
          <li key={index} style={styles.item}>
            <span dir="auto">{item}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The one thing to do. With `t`, the address stands below it too, for mail programs that break buttons. */
export function Action({ href, label, t }: { href: string; label: string; t?: MailT }) {
  return (
    <>
      <p style={styles.action}>
        <Button href={href} className="button" style={styles.button}>
          {label}
        </Button>
      </p>
      {t ? (
        <Text className="soft" style={styles.small} data-skip-in-text="true">
          {t('linkInstead')}
          <br />
          <WebAddress href={href} />
        </Text>
      ) : null}
    </>
  );
}

/**
 * The code that opens the door to one seat: as a picture, in letters for whoever sees no pictures, and as a page.
 * @param code as people read it out
 */
export function DoorPass({
  code,
  picture,
  page,
  t,
}: {
  code: string;
  picture: string;
  page: string;
  t: MailT;
}) {
  return (
    <>
      <h2 className="ink" style={styles.heading}>
        {t('pass.heading')}
      </h2>
      <Paragraph>{t('pass.text')}</Paragraph>
      <Img src={picture} alt={t('pass.picture', { code })} width={200} height={200} style={styles.picture} />
      <p dir="ltr" className="ink line" style={styles.doorCode}>
        {code}
      </p>
      <p className="soft" style={styles.small}>
        <Link href={page} className="ink" style={styles.address}>
          {t('pass.link')}
        </Link>
      </p>
    </>
  );
}

/** A one-time code in groups of three. The gap is drawn, not typed: a copied code has no space in it. */
export function Code({ code }: { code: string }) {
  const groups = code.match(/.{1,3}/g) ?? [];
  return (
    <p dir="ltr" className="ink line" style={styles.code}>
      {groups.map((group, index) => (
        // Groups may be equal, so their place is the key.
        <span key={index} style={index === 0 ? undefined : styles.nextGroup}>
          {group}
        </span>
      ))}
    </p>
  );
}

function WebAddress({ href }: { href: string }) {
  return (
    <Link href={href} className="ink" style={styles.address}>
      {href}
    </Link>
  );
}

const styles = {
  paragraph: { margin: '0 0 16px', fontSize: '17px', lineHeight: '27px', color: day.ink },
  facts: { margin: '24px 0 26px', borderTop: `1px solid ${day.line}` },
  fact: {
    margin: 0,
    padding: '11px 0',
    borderBottom: `1px solid ${day.line}`,
    fontSize: '17px',
    lineHeight: '26px',
  },
  label: { display: 'inline-block', width: '165px', verticalAlign: 'top', fontSize: '15px', color: day.soft },
  value: {
    display: 'inline-block',
    maxWidth: '345px',
    verticalAlign: 'top',
    fontWeight: 600,
    color: day.ink,
    wordBreak: 'break-word',
  },
  heading: { margin: '24px 0 6px', fontSize: '17px', lineHeight: '26px', fontWeight: 700, color: day.ink },
  list: { margin: '0 0 18px', padding: '0 0 0 22px', fontSize: '17px', lineHeight: '26px', color: day.ink },
  item: { margin: '0 0 4px' },
  action: { margin: '30px 0 26px' },
  button: {
    backgroundColor: day.ink,
    color: day.paper,
    padding: '15px 28px',
    borderRadius: '6px',
    fontSize: '17px',
    fontWeight: 600,
  },
  small: { margin: '0 0 16px', fontSize: '14px', lineHeight: '21px', color: day.soft },
  address: { color: day.ink, textDecoration: 'underline', wordBreak: 'break-all' },
  code: {
    margin: '28px 0',
    padding: '22px 0',
    borderTop: `1px solid ${day.line}`,
    borderBottom: `1px solid ${day.line}`,
    fontFamily: "'SFMono-Regular', Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', Menlo, monospace",
    fontSize: '44px',
    lineHeight: '52px',
    fontWeight: 700,
    letterSpacing: '0.06em',
    color: day.ink,
  },
  // A code is read only where it is dark on light, also where the mail is dark.
  picture: { display: 'block', backgroundColor: '#ffffff' },
  doorCode: {
    margin: '10px 0',
    fontFamily: "'SFMono-Regular', Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', Menlo, monospace",
    fontSize: '20px',
    letterSpacing: '0.06em',
    color: day.ink,
  },
  nextGroup: { paddingInlineStart: '0.4em' },
} as const;
