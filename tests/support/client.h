/* support/client.h: a plain client of SQLite, PostgreSQL and MariaDB: what a database itself says of a text.
 *
 * It knows nothing of cquel: what it sends and fetches are texts, and a failure is the database's own sentence. A test that
 * includes it is linked with the databases' libraries, and left out where they are missing.
 */
#ifndef CQ_TEST_CLIENT_H
#define CQ_TEST_CLIENT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum client_kind { CLIENT_SQLITE, CLIENT_POSTGRES, CLIENT_MARIADB, CLIENT_KINDS } client_kind;

/* What CTest takes for "skipped". */
#define CLIENT_SKIPPED 77

/* One connection to a database that is empty and goes when it is closed. */
typedef struct client client;
typedef struct client_statement client_statement;

/* All cells of a result as texts, row by row; NULL is SQL's NULL. */
typedef struct client_rows {
	size_t rows, columns;
	char **cells;
} client_rows;

/* "sqlite", "postgresql", "mariadb" */
const char *client_kind_name(client_kind kind);

/* Whether a database of this kind can be reached: SQLite always, a server when its address is in the environment
 * (CQUEL_TEST_POSTGRES: a conninfo of libpq; CQUEL_TEST_MARIADB: its socket and a database, a blank between). */
bool client_available(client_kind kind);

/* Whether both servers are there; says which are not. A main() that needs them returns CLIENT_SKIPPED otherwise. */
bool client_all_available(void);

/* Never NULL: a database that is there and cannot be opened ends the test. */
client *client_open(client_kind kind);
/* A file of SQLite's that belongs to somebody else, who removes it. */
client *client_open_file(const char *path);
void client_close(client *db);

/* Where cquel finds the database of a server: a URL for cq_engine_open. */
void client_url(const client *db, char *url, size_t size);

/* What the database said of the last call that failed. */
const char *client_message(const client *db);

/* Runs one statement that has no parameters, and throws away what comes back. */
bool client_execute(client *db, const char *sql);

/* The same, with its rows. */
bool client_query(client *db, const char *sql, client_rows *rows);

/* A second place for tables, beside the one that unqualified names mean: a schema, on SQLite an attached database. It goes
 * when the connection is closed. */
bool client_create_space(client *db, const char *name);

/* Empties the database: no table is left in it, nor in any of its other places. */
bool client_empty(client *db);

/* NULL when the database refuses the text. */
client_statement *client_prepare(client *db, const char *sql);
size_t client_parameter_count(const client_statement *statement);
/* Runs it with a text, or NULL for SQL's NULL, for each parameter. */
bool client_run(client_statement *statement, const char *const *parameters, client_rows *rows);
/* The same with whole numbers as such where `whole` says so: MariaDB takes no text for one in every place. */
bool client_run_typed(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows);
void client_finish(client_statement *statement);

const char *client_cell(const client_rows *rows, size_t row, size_t column);
void client_rows_release(client_rows *rows);

/* Whether the database can plan what it has prepared, all parameters NULL. True where planning tells nothing more. */
bool client_plan(client_statement *statement);

#endif
