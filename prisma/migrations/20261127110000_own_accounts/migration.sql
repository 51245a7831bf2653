-- Signing in with the account of one's own institution.

-- CreateTable
CREATE TABLE "account_provider" (
    "network_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" BYTEA NOT NULL,
    "secret_set_at" TIMESTAMPTZ(3) NOT NULL,
    "domains" TEXT[],
    "off_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_provider_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "network_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("network_id","id")
);

-- CreateIndex
CREATE INDEX "account_link_person_id_idx" ON "account_link"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_network_id_provider_id_subject_key" ON "account_link"("network_id", "provider_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_network_id_provider_id_person_id_key" ON "account_link"("network_id", "provider_id", "person_id");

-- AddForeignKey
ALTER TABLE "account_provider" ADD CONSTRAINT "account_provider_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_network_id_provider_id_fkey" FOREIGN KEY ("network_id", "provider_id") REFERENCES "account_provider"("network_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE account_provider ADD CONSTRAINT account_provider_domains CHECK (cardinality(domains) > 0);

-- The subjects of one issuer mean nothing at another one: who changes the issuer connects a new provider.
CREATE FUNCTION app.keep_issuer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'the issuer of a provider stays' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER keep_issuer BEFORE UPDATE OF issuer ON account_provider
  FOR EACH ROW WHEN (OLD.issuer <> NEW.issuer) EXECUTE FUNCTION app.keep_issuer();
REVOKE ALL ON FUNCTION app.keep_issuer() FROM PUBLIC;

-- What a person agrees to with a password or a code, after the provider answered.
ALTER TABLE login_token
  DROP CONSTRAINT login_token_purpose,
  ADD CONSTRAINT login_token_purpose CHECK (purpose IN ('code', 'password_reset', 'calendar', 'second_step', 'own_account'));

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['account_provider', 'account_link'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_network ON public.%I FOR ALL TO tessera_app
      USING (network_id = (SELECT app.network_id())) WITH CHECK (network_id = (SELECT app.network_id()))', t);
    -- Who signs in speaks for no network yet, and sees the accounts of all of theirs.
    EXECUTE format('CREATE POLICY identity ON public.%I FOR SELECT TO tessera_app
      USING ((SELECT app.door()) = ''identity'')', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO tessera_app', t);
  END LOOP;
END $$;
