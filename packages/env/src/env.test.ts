import { expect, test } from 'vitest';
import { readEnv } from './env.server.ts';

test('nothing set gives a demo that runs, when it says that it is one', () => {
  const env = readEnv({ TESSERA_DEMO: '1' });

  expect([env.PORT, env.appUrl, env.mailTransport, env.TESSERA_DEMO]).toEqual([
    3000,
    'http://localhost:3000',
    'file',
    true,
  ]);
});

test('a wrong value is named without being shown', () => {
  const read = () => readEnv({ TESSERA_DEMO: '1', PORT: 'secret-port', APP_SECRET: 'short' });

  expect(read).toThrow(/PORT/);
  expect(read).toThrow(/APP_SECRET: at least 32 characters/);
  expect(read).not.toThrow(/secret-port|short\b(?! )/);
});

test('outside the demo the platform does not start with a secret that everyone knows', () => {
  const secret = 'x'.repeat(32);

  expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/APP_SECRET/);
  expect(() => readEnv({ NODE_ENV: 'production', APP_SECRET: secret })).toThrow(/SEAL_KEY/);
  expect(readEnv({ NODE_ENV: 'production', APP_SECRET: secret, SEAL_KEY: `${secret}y` }).sealKey).toBe(
    `${secret}y`,
  );
});

test('the transport of mails follows what is set', () => {
  const transport = (source: Record<string, string>) =>
    readEnv({ TESSERA_DEMO: '1', ...source }).mailTransport;

  expect(transport({ RESEND_API_KEY: 'key' })).toBe('resend');
  expect(transport({ SMTP_URL: 'smtp://localhost' })).toBe('smtp');
  expect(transport({ RESEND_API_KEY: 'key', MAIL_TRANSPORT: 'file' })).toBe('file');
});
