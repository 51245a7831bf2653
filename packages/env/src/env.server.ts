import { z } from 'zod';

/** "1", "true", "yes" and "on" switch a flag on; anything else that is not a clear "no" is an error. */
const Flag = z
  .enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off', ''])
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value));

const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** What signs and seals where nothing is secret: in the demo and in tests. */
export const DEMO_SECRET = 'tessera-demo-secret-only-for-demo-use!';

const EnvSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** Demo and development doors (/dev/mail, demo logins, demo password) open only with this. */
  TESSERA_DEMO: Flag.default(false),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The address people use, without a slash at the end. Links in mails and documents start with it. */
  APP_URL: optionalText.pipe(z.url().optional()),
  /** 32 random bytes or more; signs one-time codes, links and feeds. */
  APP_SECRET: z.string().min(32, 'at least 32 characters').default(DEMO_SECRET),
  /** 32 random bytes or more; wraps the keys that seal confidential fields. Lost, these can never be read again. */
  SEAL_KEY: optionalText.pipe(z.string().min(32, 'at least 32 characters').optional()),
  /** The key before, while `rotate-master-key` has not run. */
  SEAL_KEY_PREVIOUS: optionalText,
  /** Login of the role that owns nothing and cannot bypass row-level security. */
  DATABASE_URL: z.string().default('postgresql://tessera_app:tessera_app@127.0.0.1:54320/tessera'),
  /** Login of the role for the relay and the queue. */
  JOBS_DATABASE_URL: optionalText,
  /** Login of the role that owns the schema; only migrations use it. */
  OWNER_DATABASE_URL: optionalText,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: optionalText,
  MAIL_TRANSPORT: z.enum(['resend', 'smtp', 'file']).optional(),
  MAIL_FROM: z.string().default('Tessera <no-reply@demo.example>'),
  RESEND_API_KEY: optionalText,
  RESEND_BASE_URL: optionalText,
  SMTP_URL: optionalText,
  /** Everything that the embedded defaults write: database, files, mailbox. */
  TESSERA_DATA: z.string().default('.tessera'),
  /** With a bucket, files lie on a server that speaks S3; without one, in the folder of the data. */
  S3_BUCKET: optionalText,
  /** The address of the server; without one it is Amazon's in this region. */
  S3_ENDPOINT: optionalText.pipe(z.url().optional()),
  S3_REGION: z.string().default('eu-central-1'),
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  /** Whether links of the library are looked at; the demo asks nobody. */
  LINK_CHECK: Flag.default(true),
  /** Whether accounts of institutions may be asked of this machine itself, without https; only demo and tests can. */
  OWN_ACCOUNTS_LOOPBACK: Flag.default(false),
  /** A virus scanner (clamd) that sees each file before it is kept: `tcp://host:3310`, or the path of its socket. */
  CLAMD: optionalText,
  /** Machine translation over DeepL; without a key there is none. */
  DEEPL_API_KEY: optionalText,
  /** Another address of the same interface; without one it is DeepL's own for the kind of key. */
  DEEPL_BASE_URL: optionalText.pipe(z.url().optional()),
  /** How many proxies stand in front; 0 means that forwarded headers are not believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Env = z.output<typeof EnvSchema> & {
  appUrl: string;
  jobsDatabaseUrl: string;
  mailTransport: 'resend' | 'smtp' | 'file';
  /** What wraps the keys of the networks; the demo takes its other secret. */
  sealKey: string;
};

/** Thrown when a setting has a wrong value; the message names each setting and never its value. */
export class EnvError extends Error {}

/**
 * Reads and checks the settings.
 * @param source usually `process.env`
 * @throws EnvError with one line for each wrong setting
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = EnvSchema.safeParse(source);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new EnvError(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  if (env.NODE_ENV === 'production' && !env.TESSERA_DEMO && source.APP_SECRET === undefined) {
    throw new EnvError('These settings cannot be used:\n  APP_SECRET: is required outside the demo');
  }
  if (env.NODE_ENV === 'production' && !env.TESSERA_DEMO && env.SEAL_KEY === undefined) {
    throw new EnvError('These settings cannot be used:\n  SEAL_KEY: is required outside the demo');
  }
  if (env.OWN_ACCOUNTS_LOOPBACK && !env.TESSERA_DEMO) {
    throw new EnvError('These settings cannot be used:\n  OWN_ACCOUNTS_LOOPBACK: is for demo and tests only');
  }
  if (env.S3_BUCKET && !(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY)) {
    throw new EnvError(
      'These settings cannot be used:\n  S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: are required with S3_BUCKET',
    );
  }
  return {
    ...env,
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    sealKey: env.SEAL_KEY ?? env.APP_SECRET,
    jobsDatabaseUrl: env.JOBS_DATABASE_URL ?? withLogin(env.DATABASE_URL, 'tessera_jobs'),
    mailTransport: env.MAIL_TRANSPORT ?? (env.RESEND_API_KEY ? 'resend' : env.SMTP_URL ? 'smtp' : 'file'),
  };
}

let cached: Env | undefined;

/** The settings of this process, read once. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

function withLogin(url: string, login: string): string {
  const parsed = new URL(url);
  parsed.username = login;
  parsed.password = login;
  return parsed.toString();
}
