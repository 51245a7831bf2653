import { statement } from './statement.server.ts';

export type UndrawnFile = { fileId: string; mime: string; storageKey: string };

/** Files of resources that nobody has tried to draw yet: of one resource, or of the whole network. */
export const undrawnFiles = statement<
  [networkId: string, resourceId: string | null, mimes: readonly string[], most: number],
  UndrawnFile
>(
  'undrawn_files',
  `select f.id as "fileId", f.mime, f.storage_key as "storageKey" from resource_item i
   join stored_file f on f.network_id = i.network_id and f.id = i.file_id
   where i.network_id = $1 and ($2::uuid is null or i.resource_id = $2) and f.removed_at is null and f.mime = any($3)
     and not exists (select from file_preview p where p.network_id = f.network_id and p.file_id = f.id)
   order by f.id limit $4`,
);

/** Notes what a file looks like, as long as the file is there. */
export const keepPreview = statement<
  [networkId: string, fileId: string, state: 'drawn' | 'none', width: number, height: number],
  { fileId: string }
>(
  'keep_preview',
  `insert into file_preview (network_id, file_id, mime, state, width, height)
   select f.network_id, f.id, f.mime, $3, $4, $5 from stored_file f
   where f.network_id = $1 and f.id = $2 and f.removed_at is null for update of f
   on conflict (network_id, file_id) do update set state = excluded.state, width = excluded.width, height = excluded.height
   returning file_id as "fileId"`,
);
