/* support/database.c: a fresh database for a test; see database.h. */
#include "support/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static struct {
	char url[240];
	char folder[40]; /* of SQLite's file; "" when it is in memory */
	char file[80];
	client *server;
} made;

client_kind database_kind(void)
{
	const char *const name = getenv("CQUEL_TEST_DATABASE");
	if (name == NULL || *name == '\0' || strcmp(name, "sqlite") == 0)
		return CLIENT_SQLITE;
	if (strcmp(name, "postgresql") != 0)
		fail_msg("CQUEL_TEST_DATABASE is %s, and should be sqlite or postgresql", name);
	return CLIENT_POSTGRES;
}

static const char *pooler(void)
{
	const char *const folder = getenv("CQUEL_TEST_POOLER");
	return folder != NULL && *folder != '\0' ? folder : NULL;
}

bool database_pooled(void)
{
	const char *const wanted = getenv("CQUEL_TEST_POOLED");
	return wanted != NULL && *wanted != '\0' && database_kind() == CLIENT_POSTGRES;
}

/* Without the clients' libraries there is SQLite. */
#ifdef CQ_TEST_CLIENTS
static bool is_there(client_kind kind)
{
	return client_available(kind) && (!database_pooled() || pooler() != NULL);
}

/* The server's URL with the pooler's folder in the place of its own. */
static void go_through_the_pooler(void)
{
	char *const host = strstr(made.url, "?host=");
	assert_true(host != NULL && pooler() != NULL);
	const size_t room = sizeof made.url - (size_t)(host - made.url);
	assert_true((size_t)snprintf(host, room, "?host=%s&prepare=unnamed", pooler()) < room);
}

static void open_server(void)
{
	made.server = client_open(database_kind());
	client_url(made.server, made.url, sizeof made.url);
	if (database_pooled())
		go_through_the_pooler();
}

static void open_file(void)
{
	made.server = client_open_file(made.file);
}

static void close_server(void)
{
	client_close(made.server);
}
#else
static bool is_there(client_kind kind)
{
	return kind == CLIENT_SQLITE;
}

static void open_server(void)
{
	fail_msg("the tests were built without the databases' clients");
}

static void open_file(void)
{
	open_server();
}

static void close_server(void)
{
}
#endif

int database_missing(void)
{
	if (is_there(database_kind()))
		return 0;
	fprintf(stderr, "skipped: the database that CQUEL_TEST_DATABASE names cannot be asked%s\n", database_pooled() ? " through a pooler" : "");
	return CLIENT_SKIPPED;
}

const char *database_create(void)
{
	database_drop();
	if (database_kind() == CLIENT_SQLITE) {
		snprintf(made.url, sizeof made.url, "sqlite://");
		return made.url;
	}
	open_server();
	return made.url;
}

const char *database_create_shared(void)
{
	if (database_kind() != CLIENT_SQLITE)
		return database_create();
	database_drop();
	snprintf(made.folder, sizeof made.folder, "/tmp/cquel-test-XXXXXX");
	assert_non_null(mkdtemp(made.folder));
	snprintf(made.file, sizeof made.file, "%s/test.db", made.folder);
	snprintf(made.url, sizeof made.url, "sqlite:///%s", made.file);
	return made.url;
}

const char *database_url(void)
{
	return made.url[0] != '\0' ? made.url : NULL;
}

client *database_client(void)
{
	if (made.server == NULL && made.file[0] != '\0')
		open_file();
	return made.server;
}

void database_drop(void)
{
	close_server();
	if (made.folder[0] != '\0') {
		static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
		char path[96];
		for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
			snprintf(path, sizeof path, "%s%s", made.file, endings[i]);
			(void)unlink(path);
		}
		assert_int_equal(rmdir(made.folder), 0);
	}
	memset(&made, 0, sizeof made);
}
