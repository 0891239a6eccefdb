export interface EmbeddedPostgres {
  /** Superuser URL of the named database, password included. */
  readonly url: string;
  readonly port: number;
  /** The postmaster. */
  readonly pid: number;
  /** Where the data really lie (differs from the wanted folder only for root under a closed folder). */
  readonly dataDir: string;
  /** True when a server left behind by a killed parent was taken over. */
  readonly reused: boolean;
  /** Fast shutdown; an ephemeral server's data are deleted. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the cluster; made and initialized when it is not there. */
  dataDir: string;
  /** A free port by default. */
  port?: number;
  /** Created when missing; `dangwu` by default. */
  database?: string;
  /** Refuses to make a cluster where there is none: an empty one must never stand in for lost data. */
  existing?: boolean;
  /** For tests: fast and not safe against a power cut (fsync off), deleted by stop(). */
  ephemeral?: boolean;
  /** Further PostgreSQL settings, e.g. `{ timezone: 'Asia/Shanghai' }`. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

/**
 * Starts a real PostgreSQL on loopback, as root (then as `postgres` or `nobody`) or as an ordinary user.
 * A server left behind by a killed parent is taken over when it answers with our password and our data folder;
 * after `kill -9` of the postmaster the start is retried for some seconds; `postmaster.pid` is never deleted.
 * @throws Error with the end of the server's log when it does not start
 */
export declare function startPostgres(options: StartOptions): Promise<EmbeddedPostgres>;
/** A free port on loopback. */
export declare function freePort(): Promise<number>;
/** Where the data of a wanted folder really lie. */
export declare function dataDirOf(wanted: string): string;
/** Where passing things lie: in memory where Linux offers enough of it, else the folder of the system. */
export declare function temporaryPlace(): string;
/** A new passing folder, open to the account PostgreSQL runs under when we are root. */
export declare function temporaryFolder(prefix?: string): string;
