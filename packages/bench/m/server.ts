import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';

// M: node server.ts <server build> <static data> <port>. Express and Remix, and nothing else.
const [, , build = '', , port = ''] = process.argv;

const app = express().disable('x-powered-by').disable('etag');
app.all(
  '*',
  createRequestHandler({
    build: (await import(pathToFileURL(build).href)) as ServerBuild,
    mode: 'production',
  }),
);
app.listen(Number(port), '127.0.0.1');
