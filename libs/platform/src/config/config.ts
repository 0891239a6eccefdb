import path from 'node:path';
import { SettingReader, type Environment } from './setting-reader';
import { readSingleSignOn, type SingleSignOnSettings } from './single-sign-on-settings';

const databases = ['postgres:', 'postgresql:'];
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** All settings of the processes, read once and checked together. `.env.example` says what each is for. */
export class Config {
  /** the ordinary login; its pools take the role dangwu_app or dangwu_reader on connecting */
  readonly databaseUrl: string;
  /** login that runs migrations as dangwu_owner */
  readonly databaseOwnerUrl: string;
  readonly databaseReaderUrl: string;
  /** connections of each pool, per process */
  readonly poolSize: number;
  /** milliseconds after which PostgreSQL gives a statement up */
  readonly statementTimeout: number;
  /** milliseconds a transaction may stand idle */
  readonly idleTransactionTimeout: number;
  /** milliseconds to wait for a free connection before the caller hears UNAVAILABLE */
  readonly poolTimeout: number;

  readonly host: string;
  readonly port: number;
  /** what people type, without a slash at its end; links in mails begin with it, and https makes cookies secure */
  readonly publicUrl: string;
  /** how many proxies in front may be believed about the caller's address */
  readonly trustedProxies: number;
  readonly requestTimeout: number;

  /** absolute */
  readonly dataDir: string;
  readonly filesUrl: string;
  readonly filesAccessKey: string | null;
  readonly filesSecretKey: string | null;
  readonly filesRegion: string;
  /** bytes */
  readonly maxFileSize: number;
  /** 32 bytes; null = the file keys.json of the data folder */
  readonly masterKey: Buffer | null;
  /** the one before, while its keys are wrapped anew */
  readonly previousMasterKey: Buffer | null;
  /** Ed25519 seed of 32 bytes; null = the file audit-key.pem of the data folder */
  readonly auditKey: Buffer | null;
  /** addresses that get the head of the audit chain every day */
  readonly auditMailTo: readonly string[];

  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** shows what was sent at /inbox and receives it; for development and trials only */
  readonly developmentInbox: boolean;
  readonly inboxPort: number;

  readonly sessionIdle: number;
  readonly sessionLifetime: number;
  readonly signInFailures: number;
  readonly signInLock: number;
  /** milliseconds a link for setting a forgotten password anew counts */
  readonly resetLinkLifetime: number;
  readonly invitationLifetime: number;
  /** null: single sign-on is off */
  readonly singleSignOn: SingleSignOnSettings | null;

  /** what an account may spend a minute, in the cost of documents */
  readonly rateLimit: number;
  /** the same for all callers of one network address who are not signed in */
  readonly rateLimitAnonymous: number;

  readonly workerConcurrency: number;
  readonly logLevel: (typeof logLevels)[number];

  /** names of all settings, for the check of `.env.example` */
  readonly names: readonly string[];

  /** @throws ConfigError with everything that is wrong */
  constructor(environment: Environment) {
    const read = new SettingReader(environment);
    this.databaseUrl = read.url('DATABASE_URL', databases);
    this.databaseOwnerUrl = read.optionalUrl('DATABASE_OWNER_URL', databases) ?? this.databaseUrl;
    this.databaseReaderUrl = read.optionalUrl('DATABASE_READER_URL', databases) ?? this.databaseUrl;
    this.poolSize = read.integer('POOL_SIZE', 10, { min: 2, max: 500 });
    this.statementTimeout = read.duration('STATEMENT_TIMEOUT', '10s');
    this.idleTransactionTimeout = read.duration('IDLE_TRANSACTION_TIMEOUT', '60s');
    this.poolTimeout = read.duration('POOL_TIMEOUT', '5s');

    this.host = read.text('HOST', '127.0.0.1');
    this.port = read.integer('PORT', 3000, { min: 0, max: 65_535 });
    this.publicUrl = read
      .url('PUBLIC_URL', ['http:', 'https:'], `http://${hostInUrl(this.host)}:${this.port}`)
      .replace(/\/+$/, '');
    this.trustedProxies = read.integer('TRUST_PROXY', 0, { min: 0, max: 10 });
    this.requestTimeout = read.duration('REQUEST_TIMEOUT', '30s');

    this.dataDir = path.resolve(read.text('DANGWU_DATA_DIR', '.data'));
    this.filesUrl = read.url('FILES_URL', ['file:', 's3:', 's3+http:'], `file://${path.join(this.dataDir, 'files')}`);
    this.filesAccessKey = read.optional('FILES_ACCESS_KEY');
    this.filesSecretKey = read.optional('FILES_SECRET_KEY');
    this.filesRegion = read.text('FILES_REGION', 'us-east-1');
    if (this.filesUrl.startsWith('s3') && !(this.filesAccessKey && this.filesSecretKey))
      read.wrong('FILES_URL', 'names an S3 store, so FILES_ACCESS_KEY and FILES_SECRET_KEY must be set', null);
    this.maxFileSize = read.integer('MAX_FILE_MB', 20, { min: 1, max: 200 }) * 1024 * 1024;
    this.masterKey = read.optionalKey('DANGWU_MASTER_KEY');
    this.previousMasterKey = read.optionalKey('DANGWU_MASTER_KEY_PREVIOUS');
    this.auditKey = read.optionalKey('DANGWU_AUDIT_KEY');
    this.auditMailTo = read.addresses('AUDIT_MAIL_TO');

    this.smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://127.0.0.1:2525');
    this.mailFrom = read.text('MAIL_FROM', 'Dangwu 党务 <dangwu@localhost>');
    this.developmentInbox = read.flag('DEVELOPMENT_INBOX', false);
    this.inboxPort = read.integer('INBOX_PORT', 2525, { min: 0, max: 65_535 });

    this.sessionIdle = read.duration('SESSION_IDLE', '30m');
    this.sessionLifetime = read.duration('SESSION_LIFETIME', '12h');
    this.signInFailures = read.integer('SIGN_IN_FAILURES', 5, { min: 1, max: 100 });
    this.signInLock = read.duration('SIGN_IN_LOCK', '15m');

    this.resetLinkLifetime = read.duration('RESET_LINK_LIFETIME', '30m');
    this.invitationLifetime = read.duration('INVITATION_LIFETIME', '7d');
    this.singleSignOn = readSingleSignOn(read);

    this.rateLimit = read.integer('RATE_LIMIT', 60_000, { min: 1_000, max: 1_000_000_000 });
    this.rateLimitAnonymous = read.integer('RATE_LIMIT_ANONYMOUS', 3_000, { min: 60, max: 1_000_000_000 });

    this.workerConcurrency = read.integer('WORKER_CONCURRENCY', 2, { min: 1, max: 50 });
    this.logLevel = read.oneOf('LOG_LEVEL', logLevels, 'info');
    read.finish();
    this.names = read.names;
  }

  /** Secure cookies and HSTS apply. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}

const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
