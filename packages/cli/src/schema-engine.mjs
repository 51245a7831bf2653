#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine where that cannot be downloaded: the same engine, compiled to WebAssembly,
 * behind the same line of JSON-RPC on stdin and stdout. `prisma.config.ts` names this file as the engine.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
  },
});
const folder = join(
  createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  '..',
);
const source = options.datasource ? JSON.parse(options.datasource) : {};

function printVersion() {
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`);
}

/** `cli can-connect-to-database | create-database | drop-database`: success is the exit code. */
async function runDatabaseCommand(command) {
  const { url, database } = splitUrl(source.url);
  const name = pg.escapeIdentifier(database);
  const sql = {
    'can-connect-to-database': 'select 1',
    'create-database': `create database ${name}`,
    'drop-database': `drop database ${name}`,
  }[command];
  const pool = makePool(command === 'can-connect-to-database' ? url : withDatabase(url, 'postgres'));
  try {
    await pool.query(sql);
  } catch (error) {
    const known = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1010', '42P04': 'P1009' };
    logError(error.message, { is_panic: false, error_code: known[error.code] ?? 'P1001' });
    process.exitCode = 1;
  } finally {
    await pool.end();
  }
}

async function serve() {
  const glue = await loadEngine();
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const request = parseRequest(line);
    if (!request) continue;
    try {
      engine ??= await openEngine(glue);
      send({ id: request.id, result: (await answer(engine, request)) ?? {} });
    } catch (error) {
      const data = { is_panic: false, message: String(error?.message ?? error), meta: error?.meta ?? null };
      const message = 'An error happened. Check the data field for details.';
      send({
        id: request.id,
        error: { code: 4466, message, data: { ...data, error_code: error?.code ?? null } },
      });
    }
  }
  process.exit(0);
}

/** A few calls of the native engine have another shape in the WebAssembly build. */
async function answer(engine, { method, params = {} }) {
  switch (method) {
    case 'diff': {
      const { shadowDatabaseUrl, ...rest } = params;
      if (shadowDatabaseUrl) source.shadowDatabaseUrl = shadowDatabaseUrl;
      const { stdout, exitCode } = await engine.diff(rest);
      if (stdout != null) send({ id: randomUUID(), method: 'print', params: { content: stdout } });
      return { exitCode };
    }
    case 'getDatabaseVersion':
      return engine.version(params);
    default:
      return engine[method](params);
  }
}

async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => logError(message, { is_panic: true }) };
  const wasm = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

function openEngine(glue) {
  const files = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
  const factory = new EngineConnections(source.url ?? 'postgresql://none.invalid:1/none');
  return glue.SchemaEngine.new({ datamodels: files }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** Opens the main database and throw-away shadow databases. */
class EngineConnections extends PrismaPg {
  constructor(url) {
    const { url: plain, schema } = splitUrl(url);
    super(makePool(plain), { schema, disposeExternalPool: true });
    this.url = plain;
  }

  async connect() {
    const adapter = await super.connect();
    // The adapter splits scripts at every ";", also inside function bodies. The simple protocol takes them whole.
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
    return adapter;
  }

  /** The adapter's own version would answer with the main database when it was opened by its address. */
  async connectToShadowDb() {
    if (source.shadowDatabaseUrl) return openEmptied(source.shadowDatabaseUrl, this.url);
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await runOnce(this.url, `create database "${name}"`);
    const adapter = await new EngineConnections(withDatabase(this.url, name)).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await runOnce(this.url, `drop database if exists "${name}" with (force)`);
    };
    return adapter;
  }
}

async function openEmptied(shadowUrl, mainUrl) {
  if (splitUrl(shadowUrl).url === mainUrl)
    throw new Error('The shadow database must not be the main database.');
  const adapter = await new EngineConnections(shadowUrl).connect();
  await adapter.executeScript('drop schema if exists public cascade; create schema public;');
  return adapter;
}

async function runOnce(url, sql) {
  const pool = makePool(url);
  await pool.query(sql).finally(() => pool.end());
}

function makePool(url) {
  const pool = new pg.Pool({ connectionString: url, max: 2, idleTimeoutMillis: 50 });
  const query = pool.query.bind(pool);
  pool.query = async (...args) => {
    try {
      return describeAsText(await query(...args));
    } catch (error) {
      const offline = answerWithoutServer(error, args[0]);
      if (offline) return offline;
      throw error;
    }
  };
  return pool;
}

/** Types of the catalogue that the adapter does not know are read as the text they are sent as. */
function describeAsText(result) {
  const asText = { 18: 25, 19: 25, 24: 25, 194: 25, 2205: 25, 2206: 25, 1002: 1009, 1003: 1009 };
  for (const one of [result].flat()) {
    for (const field of one?.fields ?? []) field.dataTypeID = asText[field.dataTypeID] ?? field.dataTypeID;
  }
  return result;
}

/** The engine asks for the server's version even for work that needs no server, such as comparing two schemas. */
function answerWithoutServer(error, query) {
  const isAway = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code);
  if (!isAway || !/^SELECT EXISTS\(SELECT 1 FROM pg_namespace/.test(query?.text ?? '')) return undefined;
  const fields = { exists: 16, version: 25, numeric_version: 23 };
  return {
    rowCount: 1,
    rows: [[true, 'PostgreSQL 15.0', 150000]],
    fields: Object.entries(fields).map(([name, dataTypeID]) => ({ name, dataTypeID })),
  };
}

/** Prisma's own parameters mean nothing to the driver. */
function splitUrl(url) {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get('schema') ?? 'public';
  for (const name of ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer'])
    parsed.searchParams.delete(name);
  return {
    url: parsed.toString(),
    schema,
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
  };
}

function withDatabase(url, database) {
  const parsed = new URL(url);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.toString();
}

function parseRequest(line) {
  try {
    const request = JSON.parse(line);
    return request.method ? request : undefined;
  } catch {
    return undefined;
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function logError(message, fields) {
  const entry = {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    fields: { message, ...fields },
    target: 'engine',
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

if (options.version) printVersion();
else if (positionals[0] === 'cli') await runDatabaseCommand(positionals[1]);
else await serve();
