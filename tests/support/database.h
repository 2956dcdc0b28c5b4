/* support/database.h: the database that this run of a test is about: a fresh and empty one of the kind that the environment
 * names, so that one test program speaks for every driver.
 *
 * It knows nothing of models. CTest runs the programs that call database_missing() once for each kind, and those of tests/conform through a pooler, too.
 */
#ifndef CQ_TEST_DATABASE_H
#define CQ_TEST_DATABASE_H

#include "support/client.h"

/* CQUEL_TEST_DATABASE: "sqlite", also when it is not set, or "postgresql". */
client_kind database_kind(void);

/* CQUEL_TEST_POOLED: PostgreSQL is reached through a PgBouncer that gives a connection to a session for one transaction at
 * a time, and the URL asks for unnamed statements. */
bool database_pooled(void);

/* What a main() returns at once instead of running its tests, or 0: the server is not there. */
int database_missing(void);

/* Makes an empty database and gives its URL for cq_engine_open: SQLite's is in memory, or a file of a folder of its own for
 * database_create_shared, which several connections can see. The one before is
 * dropped: one at a time. */
const char *database_create(void);
const char *database_create_shared(void);

/* The same URL again, or NULL. */
const char *database_url(void);

/* A plain client of the database, beside any pooler, to see what is really there; NULL for SQLite in memory. Owned by this
 * file. */
client *database_client(void);

/* Ends a test here, as skipped, on any other database: it is about what only this one does. */
#define database_only(kind_)              \
	do {                                  \
		if (database_kind() != (kind_))   \
			skip();                       \
	} while (0)

/* Ends a test here, as skipped, behind a pooler: it is about what a session keeps from one transaction to the next. */
#define database_session()                \
	do {                                  \
		if (database_pooled())            \
			skip();                       \
	} while (0)

/* Drops it, whoever is still connected. */
void database_drop(void);

#endif
