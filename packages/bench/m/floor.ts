import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node';
import { Line } from '@tessera/db/batch.server.ts';
import pg from 'pg';
import type { Message } from '../src/recorder.ts';

// L: node floor.ts <server build> <static data> <port> <messages>, with DATABASE_URL. For each address the statements of the page
// in one message, in one transaction and behind the same walls, then renderToString of the same tree. No session is made,
// no permission asked and no input checked; what the statements give is decoded by the driver and goes nowhere.
const [, , file = '', , port = '', messages = ''] = process.argv;

const sent = deserialize(readFileSync(messages)) as Map<string, Message>;
const build = (await import(pathToFileURL(file).href)) as ServerBuild;
const { renderTree } = build.entry.module as unknown as {
  renderTree: (remix: EntryContext, url: string) => string;
};
const trees = new Map<string, EntryContext>();
for (const path of sent.keys()) await keepTree(path);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 4,
  pipeline: true,
  options: '-c plan_cache_mode=force_generic_plan',
} as pg.PoolConfig);

createServer((request, answer) => {
  const path = request.url ?? '';
  const message = sent.get(path);
  const remix = trees.get(path);
  if (!message || !remix) {
    answer.writeHead(404).end();
    return;
  }
  read(message)
    .then(() => {
      answer.setHeader('Content-Type', 'text/html; charset=utf-8');
      answer.end(renderTree(remix, addressOf(path)));
    })
    .catch((error: Error) => answer.writeHead(500).end(error.message));
}).listen(Number(port), '127.0.0.1');

function addressOf(path: string): string {
  return `http://127.0.0.1${path}`;
}

// What Remix gives to its renderer, kept once for each address.
async function keepTree(path: string): Promise<void> {
  const keep = (_request: Request, _status: number, _headers: Headers, remix: EntryContext) => {
    trees.set(path, remix);
    return new Response();
  };
  const module = { ...build.entry.module, default: keep };
  await createRequestHandler(
    { ...build, entry: { ...build.entry, module } },
    'production',
  )(new Request(addressOf(path)));
}

async function read(message: Message): Promise<void> {
  const client = await pool.connect();
  const line = new Line(client);
  const answers = message.map((step) => line.ask(step));
  line.send();
  try {
    await Promise.all(answers);
  } finally {
    client.release();
  }
}
