-- The addresses that a text names, in its order, each as often as it stands there. What ends a sentence or closes a bracket after
-- an address is no part of it; a bracket that opens inside it is. Whoever looks for addresses in texts, counts or exchanges them asks
-- this function, so that they all find the same. One that is longer than a link can be is told too: it has its place among the others.
CREATE FUNCTION app.links_in(words text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
  AS $$ SELECT m.link[1] FROM regexp_matches(words,
      '(https?://(?:[^\s<>"()\[\]]|\([^\s<>"()\[\]]*\))*(?:[^\s<>"()\[\].,;:!?''’”»“„«،؛؟…]|\([^\s<>"()\[\]]*\)))', 'gi')
      WITH ORDINALITY m(link, place)
    WHERE words LIKE '%://%' ORDER BY m.place $$;
REVOKE ALL ON FUNCTION app.links_in(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.links_in(text) TO tessera_app, tessera_definer;

-- Where a replacement was made in texts: at which letters of which text, and the text that it made, so that undoing finds those that
-- nobody has changed since.
ALTER TABLE "link_replacement" ADD COLUMN     "texts" JSONB NOT NULL DEFAULT '[]';
