-- Each mail of the ledger is written once and changed twice within seconds: taken, and settled. A page that was filled to its edge has
-- no room for what a row becomes, so every change went to another page with a new entry in all three indexes. Half a page left free
-- takes both changes where the row stands. It holds for pages that are written from now on; no row is moved.
ALTER TABLE "message" SET (fillfactor = 50);
